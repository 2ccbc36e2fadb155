//! A text copied or taken out of a PDF to paragraphs. Its lines are broken for their width; what a
//! line begins with, how the one before ends and how much room was left there say whether a
//! paragraph begins. In doubt lines are joined: not a letter is changed by that.

use super::document::{Block, Count, Document, Paragraph, Remarks, Words};
use super::identity::is_kind;
use super::letters;
use super::markdown::{bullet, starts_with_label};

/// So many lines with signs of Markdown are no chance.
const FEWEST_MARKED: usize = 3;

/// The document that the text of a file is.
pub fn read(text: &str) -> Document {
    let mut remarks = Remarks::default();
    let lines = lines(text.strip_prefix('\u{feff}').unwrap_or(text), &mut remarks);
    let shape = Shape::of(&lines);
    if lines
        .iter()
        .filter(|line| {
            line.text.starts_with("# ") || line.text.starts_with("##") || line.text.contains("**")
        })
        .count()
        >= FEWEST_MARKED
    {
        remarks.look_at(
            "văn bản có dấu của Markdown (##, **), được giữ như chữ; nếu tệp vốn là Markdown \
             thì chép thẳng nó vào plan.vi.md",
            "the text has signs of Markdown (##, **), which were kept as text; where the file \
             is Markdown copy it into plan.vi.md itself",
        );
    }
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<Words> = None;
    let mut last: Option<&Line> = None;
    for line in &lines {
        let begins = last.is_none_or(|last| shape.begins_paragraph(last, line));
        match (&mut open, begins) {
            (Some(words), false) => {
                remarks.count(Count::JoinedLines);
                words.push(" ");
                words.push(&line.text);
            }
            (open, _) => blocks.extend(open.replace(Words::of(&line.text)).map(paragraph)),
        }
        last = Some(line);
    }
    blocks.extend(open.map(paragraph));
    Document { blocks, remarks, ..Document::default() }
}

/// Words with line breaks that somebody typed, parted where a paragraph begins behind one: at a
/// bullet, a label, or after a sentence.
pub fn in_paragraphs(words: Words) -> Vec<Words> {
    let mut paragraphs: Vec<Words> = Vec::new();
    for line in words.lines() {
        let lower = line.settled().text();
        match paragraphs.last_mut() {
            Some(open) if !begins_behind(&open.settled().text(), &lower) => {
                open.push(" ");
                open.append(line);
            }
            _ => paragraphs.push(line),
        }
    }
    paragraphs
}

/// Whether the lower line begins a paragraph behind a line break that was typed.
fn begins_behind(upper: &str, lower: &str) -> bool {
    let is_range = || {
        upper.ends_with(|last: char| last.is_ascii_digit())
            && lower
                .trim_start_matches(['-', '–', ' '])
                .starts_with(|next: char| next.is_ascii_digit())
    };
    if bullet(lower).is_some() || letters::with_bullet(lower).is_some() {
        return !is_range();
    }
    starts_with_label(lower) && !asks_for_number(upper)
        || BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning))
        || is_kind(lower)
        || is_kind(upper)
        || ends_sentence(upper) && lower.starts_with(char::is_uppercase)
}

fn paragraph(words: Words) -> Block {
    Block::Paragraph(Paragraph { words, ..Paragraph::default() })
}

/// A line that says something.
#[derive(Debug)]
struct Line {
    text: String,
    /// In letters.
    width: usize,
    /// Whether an empty line stands before it.
    after_gap: bool,
}

/// The lines without those that are empty, a rule or the number of a page.
fn lines(text: &str, remarks: &mut Remarks) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut after_gap = false;
    let mut pages = Pages::default();
    let mut lone_numbers: Vec<String> = Vec::new();
    // A form feed begins a page.
    for (number, raw) in text.split(['\n', '\u{c}']).enumerate() {
        let line = Words::of(raw).settled().text();
        let line = letters::with_bullet(&line).unwrap_or(line);
        if line.is_empty() {
            after_gap = true;
        } else if !line.contains(char::is_alphanumeric) {
            if !line
                .chars()
                .all(|sign| matches!(sign, '-' | '_' | '=' | '|' | '*' | '.' | '—' | '–' | ' '))
            {
                remarks.look_at(
                    format!("dòng {}: chỉ có dấu “{line}”, không chép", number + 1),
                    format!("line {}: mere signs, “{line}”, not carried over", number + 1),
                );
            }
            // The dash of a bullet whose words stand on the next line belongs to them.
            match line.as_str() {
                "-" | "+" | "•" => lines.push(Line { width: 1, text: line, after_gap }),
                _ => remarks.count(Count::RuleLines),
            }
            after_gap |= !matches!(lines.last(), Some(last) if last.width == 1);
        } else if pages.is_number(&line, lines.len()) {
            remarks.count(Count::PageNumbers);
            // The page ends, and the paragraph may go on.
            after_gap = false;
            pages.after_number = true;
        } else {
            if std::mem::take(&mut pages.after_number) {
                after_gap = false;
            }
            if line.bytes().all(|byte| byte.is_ascii_digit()) && line.len() <= 3 {
                lone_numbers.push(format!("{} ({line})", number + 1));
            }
            match lines
                .last_mut()
                .filter(|last| last.width == 1 && bullet(&format!("{} x", last.text)).is_some())
            {
                Some(last) => {
                    last.text = format!("{} {line}", last.text);
                    last.width = last.text.chars().count();
                }
                None => lines.push(Line { width: line.chars().count(), text: line, after_gap }),
            }
            after_gap = false;
        }
    }
    if !lone_numbers.is_empty() {
        const SHOWN: usize = 10;
        let more = if lone_numbers.len() > SHOWN { ", ..." } else { "" };
        let shown = format!("{}{more}", lone_numbers[..lone_numbers.len().min(SHOWN)].join(", "));
        remarks.look_at(
            format!(
                "những dòng chỉ có một con số được giữ lại trong văn bản: dòng {shown}; nếu là \
                 số trang thì xóa khỏi plan.vi.md"
            ),
            format!(
                "lines of a mere number were kept in the text: line {shown}; where it is a page \
                 number delete it from plan.vi.md"
            ),
        );
    }
    lines
}

/// The numbers of pages: alone on a line, one after another, with as many lines between them as a
/// page has at least.
#[derive(Default)]
struct Pages {
    last: Option<(u32, usize)>,
    after_number: bool,
}

impl Pages {
    fn is_number(&mut self, line: &str, lines: usize) -> bool {
        const FEWEST_LINES: usize = 10;
        let digits = line.trim_matches(['-', '–', ' ']);
        let Some(number) = digits
            .parse::<u32>()
            .ok()
            .filter(|_| digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit()))
        else {
            return false;
        };
        let follows = match self.last {
            // The first page has mostly none.
            None => number <= 2 && lines >= FEWEST_LINES || number == 1 && lines == 0,
            Some((last, at)) => number == last + 1 && lines >= at + FEWEST_LINES,
        };
        if follows {
            self.last = Some((number, lines));
        }
        follows
    }
}

/// What a line of its own begins with, in the letterhead and at the end.
const BEGINNINGS: [&str; 7] =
    ["Nơi nhận", "Số:", "CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Độc lập - Tự do", "TM. ", "KT. "];

/// How the lines of a text are broken.
struct Shape {
    /// As wide as a line is before it is broken.
    width: usize,
    /// Whether an empty line stands between nearly all lines, so that it says nothing.
    is_spaced: bool,
}

impl Shape {
    fn of(lines: &[Line]) -> Shape {
        let mut widths: Vec<usize> = lines.iter().map(|line| line.width).collect();
        widths.sort_unstable();
        let width = widths.get(widths.len() * 9 / 10).copied().unwrap_or(0);
        let gaps = lines.iter().filter(|line| line.after_gap).count();
        Shape { width, is_spaced: gaps * 10 > lines.len() * 6 }
    }

    /// Whether the lower line begins a paragraph.
    fn begins_paragraph(&self, upper: &Line, lower: &Line) -> bool {
        if let Some((_, rest)) = bullet(&lower.text) {
            // `giai đoạn 2021` at the end of a line, `- 2025` on the next: a range, and no bullet.
            let is_range = rest.starts_with(|first: char| first.is_ascii_digit())
                && upper.text.ends_with(|last: char| last.is_ascii_digit() || last == '%');
            return lower.after_gap && !self.is_spaced || !is_range;
        }
        if lower.text.starts_with("Căn cứ ") && ends_sentence(&upper.text) {
            return true;
        }
        if starts_with_label(&lower.text) {
            return !asks_for_number(&upper.text);
        }
        if BEGINNINGS.iter().any(|beginning| lower.text.starts_with(beginning))
            || is_kind(&lower.text)
            || upper.text.starts_with("Số:")
        {
            return true;
        }
        let begins = lower.text.starts_with(|first: char| {
            !first.is_lowercase() && !matches!(first, ',' | ';' | ')' | '.')
        });
        if !begins {
            return false;
        }
        let (upper_is_capital, lower_is_capital) =
            (is_in_capitals(&upper.text), is_in_capitals(&lower.text));
        if upper_is_capital && !lower_is_capital {
            return true;
        }
        let (ends, had_room) = (ends_sentence(&upper.text), self.had_room(upper, lower));
        if lower_is_capital && !upper_is_capital {
            return ends || lower.after_gap && had_room;
        }
        let parted = lower.after_gap && !self.is_spaced;
        ends && (parted || had_room) || lower.after_gap && had_room
    }

    /// Whether the first word of the lower line would have had room in the upper one, so that the
    /// line was broken on purpose.
    fn had_room(&self, upper: &Line, lower: &Line) -> bool {
        let word = lower.text.split(' ').next().unwrap_or_default().chars().count();
        // Letters are not equally wide: a fifth of the line is left for that, unless an empty line
        // says the same.
        let width =
            if lower.after_gap && !self.is_spaced { self.width } else { self.width * 4 / 5 };
        upper.width + 1 + word <= width
    }
}

/// Whether a sentence, or a part of one that stands on its own, may end so.
fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['”', '"', ')', '’', ' ']).ends_with(['.', ';', ':', '!', '?', '…'])
}

/// Whether what follows must be a number of something, and no label: `quy định tại Điều`.
fn asks_for_number(line: &str) -> bool {
    const WORDS: [&str; 12] = [
        "số", "điều", "khoản", "điểm", "mục", "chương", "phần", "ngày", "tháng", "năm", "tại",
        "theo",
    ];
    let last = line.rsplit(' ').next().unwrap_or_default().to_lowercase();
    WORDS.contains(&last.as_str()) && !is_in_capitals(line)
}

/// `II. MỤC TIÊU`: with capitals, and without small letters.
fn is_in_capitals(line: &str) -> bool {
    line.contains(char::is_uppercase) && !line.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<String> {
        let text_of = |block: &Block| {
            if let Block::Paragraph(paragraph) = block {
                paragraph.words.text()
            } else {
                String::new()
            }
        };
        read(text).blocks.iter().map(text_of).collect()
    }

    #[test]
    fn lines_are_joined_and_labels_and_bullets_begin_paragraphs() {
        let text = "II. MỤC TIÊU\nNâng cao chất lượng giáo dục các cấp học; đẩy mạnh công \
                    tác\nphổ cập.\n1. Giai đoạn 2021 -\n2025\n- Giảm 10% số đơn vị\ntrường học \
                    trong giai đoạn 2021\n- 2025.\n+ Một là\na) Hai là\n";
        assert_eq!(
            paragraphs(text),
            [
                "II. MỤC TIÊU",
                "Nâng cao chất lượng giáo dục các cấp học; đẩy mạnh công tác phổ cập.",
                "1. Giai đoạn 2021 - 2025",
                "- Giảm 10% số đơn vị trường học trong giai đoạn 2021 - 2025.",
                "+ Một là",
                "a) Hai là",
            ]
        );
    }

    #[test]
    fn a_number_that_the_line_before_asks_for_is_no_label() {
        assert_eq!(
            paragraphs("Thực hiện theo quy định tại khoản\n2. Điều này không đổi.\n"),
            ["Thực hiện theo quy định tại khoản 2. Điều này không đổi."]
        );
    }

    #[test]
    fn between_lines_that_are_all_spaced_an_empty_line_says_nothing() {
        let text = "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019 và các văn bản của Ban Chấp \
                    \n\nhành Trung ương về đổi mới căn bản, toàn diện giáo dục và đào tạo của \
                    Hội \n\nđồng nhân dân tỉnh; \n\n 1. Mục tiêu tổng quát  \n\nPhát triển giáo \
                    dục theo hướng toàn diện, hiện đại, bền vững của xã và của \n\nUBND tỉnh. \
                    \n";
        assert_eq!(
            paragraphs(text),
            [
                "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019 và các văn bản của Ban Chấp hành \
                 Trung ương về đổi mới căn bản, toàn diện giáo dục và đào tạo của Hội đồng nhân \
                 dân tỉnh;",
                "1. Mục tiêu tổng quát",
                "Phát triển giáo dục theo hướng toàn diện, hiện đại, bền vững của xã và của \
                 UBND tỉnh.",
            ]
        );
    }

    #[test]
    fn page_numbers_are_left_out_and_other_numbers_are_not() {
        let page = |number: usize| {
            format!("{}{number}\n", "Một dòng chữ đủ dài để không phải là gì khác cả,\n".repeat(12))
        };
        let document = read(&format!("{}{}{}", page(2), page(3), "Còn lại\n17\n3\n4\n"));
        assert_eq!(document.remarks.of(Count::PageNumbers), 2);
        let Some(Block::Paragraph(last)) = document.blocks.last() else { panic!("a paragraph") };
        assert!(last.words.text().ends_with("Còn lại 17 3 4"), "{}", last.words.text());
    }

    #[test]
    fn decomposed_text_with_a_mark_of_byte_order_is_composed() {
        assert_eq!(
            paragraphs("\u{feff}tra\u{309}i nghie\u{323}\u{302}m\u{ad}\r\n5%\r\n"),
            ["trải nghiệm 5%"]
        );
    }

    #[test]
    fn a_dash_alone_begins_the_bullet_of_the_next_line_and_rules_are_left_out() {
        let document = read("Nơi nhận:\n-\nBộ Giáo dục;\n|\n-------\n- Lưu: VT.\n");
        assert_eq!(document.remarks.of(Count::RuleLines), 2);
        assert_eq!(
            paragraphs("Nơi nhận:\n-\nBộ Giáo dục;\n|\n-------\n- Lưu: VT.\n"),
            ["Nơi nhận:", "- Bộ Giáo dục;", "- Lưu: VT."]
        );
    }

    #[test]
    fn signs_of_markdown_are_kept_and_told() {
        let told = |text: &str| read(text).remarks.look_at.len();
        assert_eq!(told("## I. MỤC TIÊU\n\n**1. Chung**\n\n## II. GIẢI PHÁP\n"), 1);
        assert_eq!(told("I. MỤC TIÊU\n\n**1. Chung**\n"), 0);
    }

    #[test]
    fn hostile_texts_are_read_too() {
        for text in [
            "",
            "\n",
            "|",
            "-",
            "-\n-\n-",
            "\u{c}\u{c}1\u{c}",
            "\u{feff}",
            "1\n2\n3",
            "(\n)\n[",
            "- -\n+ +",
        ] {
            read(text);
        }
    }
}
