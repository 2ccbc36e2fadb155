//! The numbers that Word prints before paragraphs but does not write: `1.`, `a)`, `I.`, `2.1.` are
//! counted here as Word counts them, from `numbering.xml`. A form of number that is not known is
//! said, never guessed.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Node;

use super::styles::Styles;
use super::xml::{child, children, number, value};

/// Word has nine levels.
const LEVELS: usize = 9;

/// A label as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    Number(String),
    /// The sign that stands there, which may be of a font of symbols.
    Bullet(char),
    /// A number in a form that is not known here, by Word's name of it.
    Unknown(String),
    /// A level without a number.
    None,
}

#[derive(Debug, Default)]
pub struct Numbering {
    lists: BTreeMap<String, List>,
    instances: BTreeMap<String, Instance>,
    /// By list: what each level has counted to.
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// The instances and levels whose own start was used.
    started: BTreeSet<(String, usize)>,
}

/// `w:abstractNum`
#[derive(Clone, Debug, Default)]
struct List {
    levels: [Level; LEVELS],
    /// A style that has the levels in its stead.
    style: Option<String>,
}

/// `w:num`
#[derive(Clone, Debug, Default)]
struct Instance {
    list: String,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// `%1.%2.`
    text: String,
    /// The level that begins it anew, from 1; 0 for none. Any higher one where it is not said.
    restart: Option<usize>,
    /// Whether all numbers in it are Arabic.
    is_legal: bool,
    /// The paragraph style that is of this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Level {
            start: 0,
            format: "decimal".to_owned(),
            text: String::new(),
            restart: None,
            is_legal: false,
            style: None,
        }
    }
}

impl Numbering {
    pub fn read(root: Node) -> Numbering {
        let mut numbering = Numbering::default();
        for node in children(root, "abstractNum") {
            let Some(id) = super::xml::attribute(node, "abstractNumId") else { continue };
            let mut list =
                List { style: value(node, "numStyleLink").map(str::to_owned), ..List::default() };
            for level in children(node, "lvl") {
                if let Some(place) = level_of(level).and_then(|index| list.levels.get_mut(index)) {
                    *place = read_level(level);
                }
            }
            numbering.lists.insert(id.to_owned(), list);
        }
        for node in children(root, "num") {
            let (Some(id), Some(list)) =
                (super::xml::attribute(node, "numId"), value(node, "abstractNumId"))
            else {
                continue;
            };
            let mut instance = Instance { list: list.to_owned(), ..Instance::default() };
            for change in children(node, "lvlOverride") {
                let Some(index) = level_of(change).filter(|index| *index < LEVELS) else {
                    continue;
                };
                instance.starts.extend(number(change, "startOverride").map(|start| (index, start)));
                instance
                    .levels
                    .extend(child(change, "lvl").map(|level| (index, read_level(level))));
            }
            numbering.instances.insert(id.to_owned(), instance);
        }
        numbering
    }

    /// The level of a list that a style stands for.
    pub fn level_of_style(&self, instance: &str, style: &str) -> Option<usize> {
        let list = self.lists.get(&self.instances.get(instance)?.list)?;
        list.levels.iter().position(|level| level.style.as_deref() == Some(style))
    }

    /// Counts the paragraph, and gives its label; `None` where there is no such list.
    pub fn label(&mut self, id: &str, level: usize, styles: &Styles) -> Option<Label> {
        let mut instance = self.instances.get(id)?.clone();
        let own = instance.starts.clone();
        if let Some(style) = self.lists.get(&instance.list)?.style.clone() {
            // Of a list that is only the name of another, the other counts.
            let linked = self.instances.get(&styles.numbering(&style).list?)?;
            instance = Instance { starts: own, ..linked.clone() };
        }
        let list = self.lists.get(&instance.list)?;
        let level = level.min(LEVELS - 1);
        let level_at = |index: usize| instance.levels.get(&index).unwrap_or(&list.levels[index]);
        let counts = self.counts.entry(instance.list.clone()).or_default();
        // What stands above and was not counted yet is printed as if it began.
        for (index, count) in counts.iter_mut().enumerate().take(level) {
            count.get_or_insert(level_at(index).start);
        }
        // A start of an instance's own holds once, when the instance is first used.
        let own_start = instance
            .starts
            .get(&level)
            .copied()
            .filter(|_| self.started.insert((id.to_owned(), level)));
        let next = counts[level].map_or(level_at(level).start, |count| count.saturating_add(1));
        counts[level] = Some(own_start.unwrap_or(next));
        for (deeper, count) in counts.iter_mut().enumerate().skip(level + 1) {
            if level_at(deeper).restart.is_none_or(|restart| level < restart) {
                *count = None;
            }
        }
        Some(label(level_at(level), counts, level_at))
    }
}

fn level_of(node: Node) -> Option<usize> {
    super::xml::attribute(node, "ilvl")?.parse().ok()
}

fn read_level(node: Node) -> Level {
    Level {
        start: number(node, "start").unwrap_or(0),
        format: value(node, "numFmt").unwrap_or("decimal").to_owned(),
        text: value(node, "lvlText").unwrap_or_default().to_owned(),
        restart: number(node, "lvlRestart").and_then(|level| usize::try_from(level).ok()),
        is_legal: child(node, "isLgl").is_some_and(super::xml::is_on),
        style: value(node, "pStyle").map(str::to_owned),
    }
}

fn label<'level>(
    level: &Level,
    counts: &[Option<u32>; LEVELS],
    level_at: impl Fn(usize) -> &'level Level,
) -> Label {
    if level.format == "bullet" {
        return level.text.chars().next().map_or(Label::None, Label::Bullet);
    }
    let mut printed = String::new();
    let mut letters = level.text.chars().peekable();
    while let Some(letter) = letters.next() {
        let index = letters
            .peek()
            .filter(|_| letter == '%')
            .and_then(|next| next.to_digit(10))
            .filter(|index| (1..=LEVELS as u32).contains(index));
        let Some(index) = index.map(|index| index as usize - 1) else {
            printed.push(letter);
            continue;
        };
        letters.next();
        let of = level_at(index);
        let format = if level.is_legal && of.format != "none" { "decimal" } else { &of.format };
        match format_number(counts[index].unwrap_or(of.start), format) {
            Some(number) => printed.push_str(&number),
            None => return Label::Unknown(format.to_owned()),
        }
    }
    if printed.trim().is_empty() { Label::None } else { Label::Number(printed) }
}

/// A number in Word's form of that name.
fn format_number(number: u32, format: &str) -> Option<String> {
    Some(match format {
        "decimal" => number.to_string(),
        "decimalZero" => format!("{number:02}"),
        "upperRoman" => roman(number)?,
        "lowerRoman" => roman(number)?.to_lowercase(),
        "upperLetter" => letters(number)?,
        "lowerLetter" => letters(number)?.to_lowercase(),
        "none" => String::new(),
        _ => return None,
    })
}

fn roman(mut number: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut printed = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            printed.push_str(sign);
            number -= value;
        }
    }
    Some(printed)
}

/// `A` to `Z`, then `AA`, `BB`: Word repeats the letter.
fn letters(number: u32) -> Option<String> {
    let index = number.checked_sub(1).filter(|index| *index < 26 * 30)?;
    let letter = char::from(b'A' + (index % 26) as u8);
    Some(std::iter::repeat_n(letter, index as usize / 26 + 1).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::styles::Theme;
    use crate::import::xml::parse;

    /// The labels of paragraphs, each by its list and level.
    fn labels(numbering: &str, styles: &str, paragraphs: &[(&str, usize)]) -> Vec<String> {
        let (numbering, styles) =
            (format!("<numbering>{numbering}</numbering>"), format!("<styles>{styles}</styles>"));
        let mut numbering = Numbering::read(parse(&numbering).expect("well-formed").root_element());
        let styles = parse(&styles).expect("well-formed");
        let styles = Styles::read(Some(styles.root_element()), Theme::default());
        let shown = |label| match label {
            Some(Label::Number(number)) => number,
            other => format!("{other:?}"),
        };
        paragraphs
            .iter()
            .map(|(list, level)| shown(numbering.label(list, *level, &styles)))
            .collect()
    }

    fn level(index: usize, format: &str, text: &str, more: &str) -> String {
        format!(
            "<lvl ilvl=\"{index}\"><start val=\"1\"/><numFmt val=\"{format}\"/>{more}<lvlText \
             val=\"{text}\"/></lvl>"
        )
    }

    #[test]
    fn numbers_are_formed_as_word_forms_them() {
        let formed = |number, format| format_number(number, format).unwrap_or_default();
        assert_eq!(
            [1, 4, 9, 14, 40, 1999].map(|number| formed(number, "upperRoman")),
            ["I", "IV", "IX", "XIV", "XL", "MCMXCIX"]
        );
        assert_eq!(
            [1, 26, 27, 53].map(|number| formed(number, "lowerLetter")),
            ["a", "z", "aa", "aaa"]
        );
        assert_eq!(
            (formed(7, "decimalZero").as_str(), formed(3, "lowerRoman").as_str()),
            ("07", "iii")
        );
        assert_eq!(
            [
                format_number(0, "upperRoman"),
                format_number(0, "upperLetter"),
                format_number(1, "chicago")
            ],
            [None, None, None]
        );
    }

    #[test]
    fn levels_begin_anew_unless_they_are_told_not_to() {
        let levels = [
            level(0, "upperRoman", "%1.", ""),
            level(1, "decimal", "%2.", "<lvlRestart val=\"0\"/>"),
            level(2, "decimal", "%1.%3.", "<isLgl/>"),
        ]
        .concat();
        let list = format!(
            "<abstractNum abstractNumId=\"5\">{levels}</abstractNum><num \
             numId=\"1\"><abstractNumId val=\"5\"/></num>"
        );
        let paragraphs = [("1", 0), ("1", 1), ("1", 2), ("1", 2), ("1", 0), ("1", 1), ("1", 2)];
        assert_eq!(
            labels(&list, "", &paragraphs),
            ["I.", "1.", "1.1.", "1.2.", "II.", "2.", "2.1."]
        );
    }

    #[test]
    fn a_list_may_be_the_name_of_another_and_two_instances_count_on() {
        let list = format!(
            "<abstractNum abstractNumId=\"5\"><numStyleLink \
             val=\"S\"/></abstractNum><abstractNum abstractNumId=\"6\"><styleLink \
             val=\"S\"/>{}</abstractNum><num numId=\"1\"><abstractNumId val=\"5\"/></num><num \
             numId=\"2\"><abstractNumId val=\"6\"/></num><num numId=\"3\"><abstractNumId \
             val=\"6\"/><lvlOverride ilvl=\"0\"><startOverride val=\"9\"/></lvlOverride></num>",
            level(0, "decimal", "%1)", "")
        );
        let style = "<style type=\"numbering\" styleId=\"S\"><pPr><numPr><numId \
                     val=\"2\"/></numPr></pPr></style>";
        assert_eq!(
            labels(&list, style, &[("1", 0), ("2", 0), ("3", 0), ("3", 0), ("2", 0), ("4", 0)]),
            ["1)", "2)", "9)", "10)", "11)", "None"]
        );
    }

    #[test]
    fn a_level_above_that_was_never_used_is_printed_as_if_it_began() {
        let list = format!(
            "<abstractNum abstractNumId=\"5\">{}{}</abstractNum><num numId=\"1\"><abstractNumId \
             val=\"5\"/></num>",
            level(0, "decimal", "%1.", ""),
            level(1, "decimal", "%1.%2.", "")
        );
        assert_eq!(
            labels(&list, "", &[("1", 1), ("1", 1), ("1", 40)]),
            ["1.1.", "1.2.", "Some(None)"]
        );
    }
}
