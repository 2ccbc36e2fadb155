//! The words that the reader understands, each with its senses: the built-in vocabulary
//! (`vocabulary.tsv`, the one list of words in the program) and the names of a portal's catalogue.
//! A word that is in neither is not understood.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::read::tokens;
use crate::language::Language;

/// What a word does to a statement. `docs/en/reference/evidence.md` describes each, with its place
/// in the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sense {
    // Comparators: before a number, and behind it.
    AtLeast,
    AtLeastBehind,
    Above,
    AtMost,
    AtMostBehind,
    Below,
    About,
    AboutBehind,
    // Words that may stand between the subject and the number.
    Level,
    LevelTo,
    LevelNoun,
    Want,
    Report,
    Keep,
    Increase,
    Reduce,
    By,
    Raise,
    Average,
    // Words that turn, limit, weaken or withdraw a statement.
    Deny,
    Prohibit,
    Condition,
    Except,
    Withdraw,
    Weaken,
    Hedge,
    Attribute,
    OtherWhole,
    Distribute,
    Alternative,
    Compare,
    Order,
    Only,
    /// A time that no period of a row can be: `cuối thế kỷ`, `giai đoạn sau`.
    OtherTime,
    // Words that join parts of a sentence.
    Which,
    And,
    But,
    Purpose,
    Fresh,
    Opening,
    Behind,
    // Words without an effect on a figure.
    Filler,
    Verb,
    /// A verb that brings something about without saying what: `thực hiện`, `mở`.
    Light,
    /// A verb that deals with something without bringing it about: `rà soát`, `chỉ đạo`.
    Indirect,
    Noun,
    /// A name of the portal's catalogue.
    Name,
    // Words that are looked up apart, where a rule asks for them: see [`apart`].
    Bearer,
    Promise,
    FigureNoun,
    OtherNoun,
    Decided,
    Several,
    At,
    LevelKind,
    Including,
    Summing,
    All,
    Whole,
    Paper,
    Drafting,
    Unbinding,
    Unpromised,
    Striving,
    OwnPlace,
    OwnBody,
    SameWork,
    Otherwise,
    Applying,
    Pending,
    Lead,
    Same,
    When,
    Teaching,
    OfThese,
    Fraction,
}

use Sense::*;

const SENSES: &[(&str, Sense)] = &[
    ("at_least", AtLeast),
    ("at_least_behind", AtLeastBehind),
    ("above", Above),
    ("at_most", AtMost),
    ("at_most_behind", AtMostBehind),
    ("below", Below),
    ("about", About),
    ("about_behind", AboutBehind),
    ("level", Level),
    ("level_to", LevelTo),
    ("level_noun", LevelNoun),
    ("want", Want),
    ("report", Report),
    ("keep", Keep),
    ("increase", Increase),
    ("reduce", Reduce),
    ("by", By),
    ("raise", Raise),
    ("average", Average),
    ("deny", Deny),
    ("prohibit", Prohibit),
    ("condition", Condition),
    ("except", Except),
    ("withdraw", Withdraw),
    ("weaken", Weaken),
    ("hedge", Hedge),
    ("attribute", Attribute),
    ("other_whole", OtherWhole),
    ("distribute", Distribute),
    ("alternative", Alternative),
    ("compare", Compare),
    ("order", Order),
    ("only", Only),
    ("other_time", OtherTime),
    ("light", Light),
    ("which", Which),
    ("and", And),
    ("but", But),
    ("purpose", Purpose),
    ("fresh", Fresh),
    ("opening", Opening),
    ("behind", Behind),
    ("filler", Filler),
    ("verb", Verb),
    ("indirect", Indirect),
    ("noun", Noun),
    ("@bearer", Bearer),
    ("@promise", Promise),
    ("@figure_noun", FigureNoun),
    ("@other_noun", OtherNoun),
    ("@decided", Decided),
    ("@several", Several),
    ("@at", At),
    ("@level_kind", LevelKind),
    ("@including", Including),
    ("@summing", Summing),
    ("@all", All),
    ("@whole", Whole),
    ("@paper", Paper),
    ("@drafting", Drafting),
    ("@unbinding", Unbinding),
    ("@unpromised", Unpromised),
    ("@striving", Striving),
    ("@own_place", OwnPlace),
    ("@own_body", OwnBody),
    ("@same_work", SameWork),
    ("@otherwise", Otherwise),
    ("@applying", Applying),
    ("@pending", Pending),
    ("@lead", Lead),
    ("@same", Same),
    ("@when", When),
    ("@teaching", Teaching),
    ("@of_these", OfThese),
    ("@fraction", Fraction),
];

impl Sense {
    /// The name in `vocabulary.tsv`.
    pub fn name(self) -> &'static str {
        SENSES.iter().find(|(_, sense)| *sense == self).map_or("name", |(name, _)| name)
    }

    /// Whether its words are looked up apart from all others.
    fn is_apart(self) -> bool {
        self.name().starts_with('@')
    }

    /// Whether the word turns, limits, weakens or withdraws what is said.
    pub fn turns(self) -> bool {
        matches!(
            self,
            Deny | Prohibit
                | Condition
                | Except
                | Withdraw
                | Weaken
                | Hedge
                | Attribute
                | OtherWhole
                | Distribute
                | Alternative
                | Compare
                | Order
                | Only
                | OtherTime
        )
    }
}

/// Words of one kind or another, found by their first token; of several that fit, the longest
/// counts.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    by_first: HashMap<String, Beginning>,
}

/// The phrases that begin with one word.
#[derive(Clone, Debug, Default)]
struct Beginning {
    /// The senses of the word alone; empty where it is only the beginning of phrases.
    alone: Vec<Sense>,
    /// The longer phrases, by their second word; the longest first.
    by_second: HashMap<String, Vec<Phrase>>,
}

#[derive(Clone, Debug)]
struct Phrase {
    /// From the third word on.
    rest: Vec<String>,
    senses: Vec<Sense>,
}

impl Dictionary {
    /// Adds a word or phrase with a sense; one that is there already has the sense besides.
    pub fn add(&mut self, phrase: &str, sense: Sense) {
        let mut words = tokens(phrase).into_iter().map(|token| token.text.into_owned());
        let Some(first) = words.next() else { return };
        let beginning = self.by_first.entry(first).or_default();
        let Some(second) = words.next() else {
            if !beginning.alone.contains(&sense) {
                beginning.alone.push(sense);
            }
            return;
        };
        let rest: Vec<String> = words.collect();
        let phrases = beginning.by_second.entry(second).or_default();
        match phrases.binary_search_by(|other| {
            other.rest.len().cmp(&rest.len()).reverse().then_with(|| other.rest.cmp(&rest))
        }) {
            Ok(at) if phrases[at].senses.contains(&sense) => {}
            Ok(at) => phrases[at].senses.push(sense),
            Err(at) => phrases.insert(at, Phrase { rest, senses: vec![sense] }),
        }
    }

    /// The longest phrase that begins at `at`: its length in tokens, and its senses. `word` gives a
    /// token's text.
    pub fn longest<'word>(
        &self,
        at: usize,
        word: impl Fn(usize) -> &'word str,
    ) -> Option<(usize, &[Sense])> {
        self.longest_where(at, word, |_| true)
    }

    /// The length of the longest phrase of the sense that begins at `at`.
    pub fn longest_of<'word>(
        &self,
        sense: Sense,
        at: usize,
        word: impl Fn(usize) -> &'word str,
    ) -> Option<usize> {
        self.longest_where(at, word, |senses| senses.contains(&sense)).map(|(length, _)| length)
    }

    fn longest_where<'word>(
        &self,
        at: usize,
        word: impl Fn(usize) -> &'word str,
        counts: impl Fn(&[Sense]) -> bool,
    ) -> Option<(usize, &[Sense])> {
        let beginning = self.by_first.get(word(at))?;
        let fits = |phrase: &&Phrase| {
            phrase.rest.iter().enumerate().all(|(offset, rest)| word(at + 2 + offset) == rest)
                && counts(&phrase.senses)
        };
        let longer = beginning.by_second.get(word(at + 1)).into_iter().flatten().find(fits);
        let alone =
            || Some((1, beginning.alone.as_slice())).filter(|(_, senses)| !senses.is_empty());
        longer
            .map(|phrase| (phrase.rest.len() + 2, phrase.senses.as_slice()))
            .or_else(|| alone().filter(|(_, senses)| counts(senses)))
    }
}

/// The built-in vocabulary of a language.
pub fn built_in(language: Language) -> &'static Dictionary {
    static VI: LazyLock<Dictionary> = LazyLock::new(|| parse(Language::Vi, false));
    static EN: LazyLock<Dictionary> = LazyLock::new(|| parse(Language::En, false));
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

/// The words whose sense begins with `@`. They are looked up apart from all others, where a rule
/// asks for one of these senses: most of them have another sense besides, which must not change.
pub fn apart(language: Language) -> &'static Dictionary {
    static VI: LazyLock<Dictionary> = LazyLock::new(|| parse(Language::Vi, true));
    static EN: LazyLock<Dictionary> = LazyLock::new(|| parse(Language::En, true));
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

/// Other spellings of one name, each with the one that it is compared as: `xây dựng mới`, `xây mới`.
pub fn same_names(language: Language) -> &'static [(&'static str, &'static str)] {
    static VI: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| parse_same(Language::Vi));
    static EN: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| parse_same(Language::En));
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

fn parse_same(language: Language) -> Vec<(&'static str, &'static str)> {
    let lines = entries().filter(|(sense, ..)| *sense == Sense::Same);
    let names = lines.map(|(_, vi, en)| if language == Language::Vi { vi } else { en });
    names
        .flat_map(|names| {
            let mut names = names.split(" | ");
            let first = names.next().unwrap_or_default();
            names.map(move |other| (other, first))
        })
        .collect()
}

/// The lines of the vocabulary: sense, Vietnamese words, English words.
pub fn entries() -> impl Iterator<Item = (Sense, &'static str, &'static str)> {
    include_str!("vocabulary.tsv")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let mut fields = line.split('\t');
            let name = fields.next().unwrap_or_default();
            let sense = SENSES.iter().find(|(known, _)| *known == name).map(|(_, sense)| *sense);
            let sense = sense
                .unwrap_or_else(|| panic!("the vocabulary has a line of an unknown sense: {line}"));
            (sense, fields.next().unwrap_or_default(), fields.next().unwrap_or_default())
        })
}

fn parse(language: Language, is_apart: bool) -> Dictionary {
    let mut dictionary = Dictionary::default();
    for (sense, vi, en) in entries().filter(|(sense, ..)| sense.is_apart() == is_apart) {
        let words = match language {
            Language::Vi => vi,
            Language::En => en,
        };
        for word in words.split(" | ").map(str::trim).filter(|word| !word.is_empty()) {
            dictionary.add(word, sense);
            // English names have a plural, English verbs have forms.
            if language == Language::En && matches!(sense, Verb | Noun | Bearer | Indirect | Light)
            {
                for form in forms(word, sense) {
                    dictionary.add(&form, sense);
                }
            }
        }
    }
    dictionary
}

/// The regular forms of an English verb (its first word), or the plural of a noun (its last word).
fn forms(word: &str, sense: Sense) -> Vec<String> {
    let (first, rest) = match (sense, word.split_once(' '), word.rsplit_once(' ')) {
        (Verb | Indirect | Light, Some((verb, rest)), _) => (verb, format!(" {rest}")),
        (Noun | Bearer, _, Some((before, noun))) => {
            return plural(noun).map(|noun| format!("{before} {noun}")).collect();
        }
        (Noun | Bearer, ..) => return plural(word).collect(),
        _ => (word, String::new()),
    };
    let stem = first.strip_suffix('e').unwrap_or(first);
    let stem_y = first.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let mut found = vec![
        format!("{first}s{rest}"),
        format!("{first}es{rest}"),
        format!("{stem}ed{rest}"),
        format!("{stem}ing{rest}"),
    ];
    found.push(format!("{first}ing{rest}"));
    if let Some(stem) = stem_y {
        found.extend([format!("{stem}ies{rest}"), format!("{stem}ied{rest}")]);
    }
    found
}

fn plural(noun: &str) -> impl Iterator<Item = String> {
    let stem_y = noun.strip_suffix('y').map(|stem| format!("{stem}ies"));
    [format!("{noun}s"), format!("{noun}es")].into_iter().chain(stem_y)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_longest_phrase_counts_and_may_have_several_senses() {
        let mut dictionary = Dictionary::default();
        dictionary.add("không", Deny);
        dictionary.add("không quá", AtMost);
        dictionary.add("không quá", Filler);
        let words = ["không", "quá", "5"];
        let word = |at: usize| words.get(at).copied().unwrap_or("");
        assert_eq!(dictionary.longest(0, word), Some((2, [AtMost, Filler].as_slice())));
        assert_eq!(dictionary.longest(2, word), None);
    }

    #[test]
    fn every_line_of_the_vocabulary_has_a_known_sense() {
        assert!(entries().count() > 30);
    }

    /// The senses that the header of the file explains.
    fn explained() -> Vec<&'static str> {
        let lines = include_str!("vocabulary.tsv").lines();
        let doc_lines = lines.filter_map(|line| line.strip_prefix("#= "));
        doc_lines
            .filter_map(|line| {
                Some(line.split_once(": ").filter(|(_, said)| said.contains(" / "))?.0)
            })
            .collect()
    }

    #[test]
    fn the_header_explains_every_sense_once_and_in_both_languages() {
        let mut known: Vec<&str> = SENSES.iter().map(|(name, _)| *name).collect();
        let mut explained = explained();
        known.sort_unstable();
        explained.sort_unstable();
        assert_eq!(explained, known);
    }

    #[test]
    fn the_documentation_says_what_every_sense_does() {
        let documentation = include_str!("../../docs/en/reference/evidence.md");
        let missing: Vec<&str> = SENSES
            .iter()
            .map(|(name, _)| *name)
            .filter(|name| !documentation.contains(&format!("| `{name}` |")))
            .collect();
        assert_eq!(missing, [""; 0]);
    }

    #[test]
    fn no_word_has_two_senses_that_contradict_each_other() {
        const CONTRARY: &[(&[Sense], &[Sense])] = &[
            (&[AtLeast, AtLeastBehind, Above], &[AtMost, AtMostBehind, Below]),
            (&[Increase], &[Reduce]),
            (&[Keep], &[Increase, Reduce, Raise]),
            (&[Want], &[Report]),
        ];
        let mut senses: BTreeMap<(bool, &str), Vec<Sense>> = BTreeMap::new();
        for (sense, vi, en) in entries() {
            for (is_english, words) in [(false, vi), (true, en)] {
                for word in words.split(" | ").map(str::trim).filter(|word| !word.is_empty()) {
                    senses.entry((is_english, word)).or_default().push(sense);
                }
            }
        }
        for ((_, word), found) in senses {
            let has = |senses: &[Sense]| senses.iter().any(|sense| found.contains(sense));
            let clash = CONTRARY.iter().find(|(left, right)| has(left) && has(right));
            assert!(clash.is_none(), "{word}: {found:?}");
        }
    }
}
