//! What a document says of itself where Decree 30/2020/NĐ-CP has it stand: number and date in the
//! letterhead, kind and title below, who signed at the end. Only what stands there in the usual
//! form is taken; anything else is left to a person.

use super::document::{Block, Document, Paragraph, Words};
use super::markdown::starts_with_label;
use crate::language::Localized;
use crate::language::date::Date;

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// `43/KH-UBND`
    pub number: Option<String>,
    pub date: Option<Date>,
    pub document_type: Option<Localized>,
    pub title: Option<String>,
    /// The name and the role.
    pub signer: Option<(String, Localized)>,
    /// The block that is the title, in the document without its letterhead.
    pub title_at: Option<usize>,
    /// The block that the closing part begins with.
    pub closing_at: Option<usize>,
    /// The lines of the letterhead that were taken out.
    pub letterhead: Vec<String>,
}

/// Kinds of documents as they are printed above the title.
const TYPES: [(&str, &str, &str); 8] = [
    ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "Chương trình hành động", "Action programme"),
    ("CHƯƠNG TRÌNH", "Chương trình", "Programme"),
    ("KẾ HOẠCH", "Kế hoạch", "Plan"),
    ("NGHỊ QUYẾT", "Nghị quyết", "Resolution"),
    ("QUYẾT ĐỊNH", "Quyết định", "Decision"),
    ("CHỈ THỊ", "Chỉ thị", "Directive"),
    ("ĐỀ ÁN", "Đề án", "Project"),
    ("CHIẾN LƯỢC", "Chiến lược", "Strategy"),
];
/// How many blocks the letterhead, the kind and the title take at most.
const LONGEST_OPENING: usize = 30;

/// Reads the identity, takes the letterhead out of the document and makes one title of its lines.
pub fn take(document: &mut Document) -> Identity {
    let mut identity = Identity::default();
    let texts: Vec<String> = document.blocks.iter().take(LONGEST_OPENING).map(text_of).collect();
    let first_label = texts.iter().position(|text| starts_with_label(text)).unwrap_or(texts.len());
    let opening = &texts[..first_label];
    if let Some(at) = opening.iter().position(|text| kind_of(text).is_some()) {
        title(document, at, opening, &mut identity);
        let title_at = at;
        let is_head: Vec<bool> = opening[..at].iter().map(|text| is_letterhead(text)).collect();
        for text in opening[..at]
            .iter()
            .zip(&is_head)
            .filter(|(_, is_head)| **is_head)
            .map(|(text, _)| text)
        {
            identity.number = identity.number.or_else(|| number(text));
            identity.date = identity.date.or_else(|| date(text));
        }
        // What is no letterhead stays where it stands.
        let mut index = 0;
        document.blocks.retain(|_| {
            index += 1;
            !is_head.get(index - 1).copied().unwrap_or(false)
        });
        identity.letterhead = opening[..at]
            .iter()
            .zip(&is_head)
            .filter(|(text, is_head)| **is_head && !text.is_empty())
            .map(|(text, _)| text.clone())
            .collect();
        identity.title_at = Some(title_at - is_head.iter().filter(|is_head| **is_head).count());
    }
    let has_clauses = document.blocks.iter().position(|block| starts_with_label(&text_of(block)));
    let recipients =
        document.blocks.iter().rposition(|block| text_of(block).starts_with("Nơi nhận"));
    identity.closing_at = recipients.filter(|at| has_clauses.is_some_and(|first| first < *at));
    identity.signer = signer(&document.blocks);
    identity
}

fn text_of(block: &Block) -> String {
    match block {
        Block::Paragraph(paragraph) => paragraph.words.settled().text(),
        Block::Table(_) => String::new(),
    }
}

/// Whether a line is the kind of a document, as it stands above the title.
pub fn is_kind(line: &str) -> bool {
    TYPES.iter().any(|(printed, ..)| *printed == line)
}

/// The kind that a line names, and the title that stands behind it in the same line.
fn kind_of(text: &str) -> Option<(Localized, &str)> {
    TYPES.iter().find_map(|(printed, vi, en)| {
        let rest = text.strip_prefix(printed)?;
        let is_title =
            rest.is_empty() || rest.starts_with(' ') && !text.contains(char::is_lowercase);
        is_title.then(|| (Localized::text(*vi, *en), rest.trim()))
    })
}

/// Joins the lines of the title to the kind.
fn title(document: &mut Document, at: usize, opening: &[String], identity: &mut Identity) {
    let Some((kind, behind)) = kind_of(&opening[at]) else { return };
    identity.document_type = Some(kind);
    let mut lines: Vec<usize> = Vec::new();
    if behind.is_empty() {
        let is_bold = |index: usize| {
            matches!(&document.blocks[index], Block::Paragraph(Paragraph { is_bold: true, .. }))
        };
        let is_capital = |text: &str| !text.contains(char::is_lowercase);
        for (index, text) in opening.iter().enumerate().skip(at + 1) {
            let goes_on = lines
                .last()
                .is_none_or(|_| is_bold(index) && is_capital(text) == is_capital(&opening[at + 1]));
            if text.is_empty() || text.ends_with(['.', ':', ';']) || !goes_on || is_body(text) {
                break;
            }
            lines.push(index);
            // Without bold type nobody can tell where a title of several lines ends.
            if !is_bold(index) {
                break;
            }
        }
    }
    let title: Vec<&str> = std::iter::once(behind)
        .chain(lines.iter().map(|index| opening[*index].as_str()))
        .filter(|line| !line.is_empty())
        .collect();
    identity.title = Some(title.join(" ")).filter(|title| !title.is_empty());
    let mut whole = Words::default();
    for index in std::iter::once(at).chain(lines.iter().copied()) {
        if let Block::Paragraph(paragraph) = &document.blocks[index] {
            whole.push(" ");
            whole.append(paragraph.words.clone());
        }
    }
    document.blocks[at] =
        Block::Paragraph(Paragraph { words: whole, is_bold: true, ..Paragraph::default() });
    document.blocks.drain(at + 1..at + 1 + lines.len());
}

/// Who decides stands below the title of a resolution or decision, in capitals as well.
fn is_body(text: &str) -> bool {
    ["HỘI ĐỒNG", "ỦY BAN", "UỶ BAN", "CHỦ TỊCH", "BAN THƯỜNG VỤ", "Căn cứ"]
        .iter()
        .any(|beginning| text.starts_with(beginning))
}

const MOTTOS: [&str; 7] = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ĐỘC LẬP - TỰ DO - HẠNH PHÚC",
    "ĐỘC LẬP – TỰ DO – HẠNH PHÚC",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "ĐỘC LẬP-TỰ DO-HẠNH PHÚC",
    "***",
];
const BODIES: [&str; 9] = [
    "ỦY BAN NHÂN DÂN",
    "UỶ BAN NHÂN DÂN",
    "HỘI ĐỒNG NHÂN DÂN",
    "TỈNH ",
    "THÀNH PHỐ ",
    "XÃ ",
    "PHƯỜNG ",
    "ĐẶC KHU ",
    "HUYỆN ",
];

/// Whether a line is of the letterhead and nothing else: who issues, the motto, the number, place
/// and day.
fn is_letterhead(text: &str) -> bool {
    if text.is_empty() {
        return false;
    }
    let mut rest = text.to_owned();
    if let Some((range, _)) = date_in(&rest) {
        // The place stands before the day: `Lạng Sơn, ngày ...`.
        let before = rest[..range.start].trim_end().trim_end_matches(',');
        let place = before.rsplit("  ").next().unwrap_or_default();
        let words: Vec<&str> = place
            .split(' ')
            .rev()
            .take_while(|word| word.starts_with(char::is_uppercase) && !word.contains('/'))
            .collect();
        let start =
            before.len() - words.iter().map(|word| word.len() + 1).sum::<usize>().min(before.len());
        rest = format!("{} {}", &rest[..start], &rest[range.end..]);
    }
    if let Some((range, _)) = number_in(&rest) {
        rest = format!("{} {}", &rest[..range.start], &rest[range.end..]);
    }
    let mut rest = rest.to_uppercase();
    for motto in MOTTOS {
        rest = rest.replace(motto, " ");
    }
    let rest = rest.trim();
    // What is left is in capitals in the document too.
    rest.is_empty() || text.contains(rest) && BODIES.iter().any(|body| rest.starts_with(body))
}

fn number(text: &str) -> Option<String> {
    number_in(text).and_then(|(_, number)| number)
}

fn date(text: &str) -> Option<Date> {
    date_in(text).and_then(|(_, date)| date)
}

/// `Số: 43/KH-UBND`; the number where it is filled in.
fn number_in(text: &str) -> Option<(std::ops::Range<usize>, Option<String>)> {
    let start = text.find("Số:").or_else(|| text.find("Số :"))?;
    let behind = start + text[start..].find(':')? + 1;
    let mut number = String::new();
    let mut end = behind;
    // The number may have been written in by hand or machine, with a space before the bar.
    for word in text[behind..].split(' ') {
        let goes_on = word.is_empty()
            || number.is_empty()
            || number.ends_with(['/', '-'])
            || word.starts_with(['/', '-']);
        if !goes_on || word.starts_with(char::is_uppercase) && !number.ends_with(['/', '-']) {
            break;
        }
        number.push_str(word);
        end = (end + word.len() + 1).min(text.len());
    }
    let is_whole = number.starts_with(|first: char| first.is_ascii_digit())
        && number.contains(['/', '-'])
        && number.ends_with(char::is_alphabetic);
    Some((start..end, Some(number).filter(|_| is_whole)))
}

/// `ngày 23 tháng 02 năm 2022`; the date where it is filled in.
fn date_in(text: &str) -> Option<(std::ops::Range<usize>, Option<Date>)> {
    let start = text.find("ngày ")?;
    let month = start + text[start..].find("tháng")?;
    let year = month + text[month..].find("năm")?;
    let digits = |from: usize, to: usize| text[from..to].trim().parse::<i16>().ok();
    let of_year = text[year + "năm".len()..].trim_start();
    let year_digits = &of_year[..of_year.bytes().take_while(u8::is_ascii_digit).count()];
    let end = text.len() - of_year.len() + year_digits.len();
    let (day, month) = (digits(start + "ngày".len(), month), digits(month + "tháng".len(), year));
    let small = |number: Option<i16>| number.and_then(|number| i8::try_from(number).ok());
    let date = small(day)
        .zip(small(month))
        .zip(year_digits.parse().ok())
        .and_then(|((day, month), year)| Date::new(year, month, day));
    Some((start..end, date))
}

/// The one who signs: the name below the role, at the end.
fn signer(blocks: &[Block]) -> Option<(String, Localized)> {
    const LAST: usize = 40;
    const ROLES: [(&str, &str, &str); 2] = [
        ("PHÓ CHỦ TỊCH", "Phó Chủ tịch", "Vice Chairperson"),
        ("CHỦ TỊCH", "Chủ tịch", "Chairperson"),
    ];
    let texts: Vec<String> = blocks[blocks.len().saturating_sub(LAST)..]
        .iter()
        .map(text_of)
        .filter(|text| !text.is_empty())
        .collect();
    let mut found = texts.windows(2).filter_map(|lines| {
        let (_, vi, en) = ROLES.iter().find(|(printed, ..)| {
            lines[0].ends_with(printed) && !lines[0].contains(char::is_lowercase)
        })?;
        let words: Vec<&str> = lines[1].split(' ').collect();
        let is_name = (2..=6).contains(&words.len())
            && words.iter().all(|word| {
                word.chars().all(char::is_alphabetic)
                    && word.starts_with(char::is_uppercase)
                    && word.chars().skip(1).all(char::is_lowercase)
            });
        is_name.then(|| (lines[1].clone(), Localized::text(*vi, *en)))
    });
    let signer = found.next();
    // Two who sign are for a person to tell apart.
    signer.filter(|_| found.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text;

    fn identity(of: &str) -> (Identity, Vec<String>) {
        let mut document = text::read(of);
        let identity = take(&mut document);
        (identity, document.blocks.iter().map(text_of).collect())
    }

    #[test]
    fn the_letterhead_of_the_decree_is_read_and_taken_out() {
        let (found, left) = identity(
            "ỦY BAN NHÂN DÂN\nTỈNH MẪU\n-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập \
             - Tự do - Hạnh phúc\n\nSố: 43 /KH-UBND\n\nTỉnh Mẫu, ngày 03 tháng 02 năm \
             2022\n\nKẾ HOẠCH\n\nPhát triển giáo dục đến năm 2030\n\nUBND tỉnh ban hành kế \
             hoạch phát triển giáo dục đến năm 2030,\ntầm nhìn đến năm 2045 trên địa bàn tỉnh, \
             với các nội dung như\nsau:\n\nI. MỤC TIÊU\n\nNơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN \
             NHÂN DÂN\nPHÓ CHỦ TỊCH\n\nTrần Thị Mẫu\n",
        );
        assert_eq!(found.number.as_deref(), Some("43/KH-UBND"));
        assert_eq!(found.date.map(Date::iso).as_deref(), Some("2022-02-03"));
        assert_eq!(found.document_type.as_ref().map(|kind| kind.en.as_str()), Some("Plan"));
        assert_eq!(found.title.as_deref(), Some("Phát triển giáo dục đến năm 2030"));
        assert_eq!(
            found.signer,
            Some(("Trần Thị Mẫu".to_owned(), Localized::text("Phó Chủ tịch", "Vice Chairperson")))
        );
        assert_eq!(left[0], "KẾ HOẠCH Phát triển giáo dục đến năm 2030");
        assert!(
            left[1].starts_with("UBND tỉnh ban hành") && left[1].ends_with("như sau:"),
            "{left:?}"
        );
        assert_eq!(
            (found.title_at, found.closing_at.map(|at| left[at].as_str())),
            (Some(0), Some("Nơi nhận:"))
        );
        assert_eq!(found.letterhead.len(), 5, "{:?}", found.letterhead);
    }

    #[test]
    fn columns_that_an_extractor_put_into_one_line_are_read_too() {
        let (found, left) = identity(
            "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nTỈNH MẪU Độc lập - Tự do - \
             Hạnh phúc\nSố: 243/KH-UBND Lạng Sơn, ngày 27 tháng 9 năm 2025\nKẾ HOẠCH\n\nTriển \
             khai thực hiện\n\nI. MỤC TIÊU\n",
        );
        assert_eq!(
            (found.number.as_deref(), found.date.map(Date::iso).as_deref()),
            (Some("243/KH-UBND"), Some("2025-09-27"))
        );
        assert_eq!(left, ["KẾ HOẠCH Triển khai thực hiện", "I. MỤC TIÊU"]);
    }

    #[test]
    fn what_is_not_filled_in_or_not_of_the_letterhead_is_left() {
        let (found, left) = identity(
            "DỰ THẢO lần 2\n\nSố:      /KH-UBND\n\nTỉnh Mẫu, ngày     tháng 02 năm 2026\n\nKẾ \
             HOẠCH\n\nI. MỤC TIÊU\n",
        );
        assert_eq!((found.number, found.date, found.title), (None, None, None));
        assert_eq!(left, ["DỰ THẢO lần 2", "KẾ HOẠCH", "I. MỤC TIÊU"]);
        let (found, left) = identity("Kế hoạch này nói về giáo dục.\nI. MỤC TIÊU\n");
        assert_eq!((found, left.len()), (Identity::default(), 2));
    }
}
