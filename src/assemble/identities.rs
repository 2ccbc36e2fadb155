//! A document's number and date, as YAML gives them, held against the words that name the same document: in a relation the
//! relation's own words, for the plan those of where its original is to be found.

use std::ops::Range;
use std::sync::Arc;

use super::proofs::Vocabularies;
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::evidence::MentionKind;
use crate::language::{Language, Localized, date::Date};

/// What YAML says of a document, and where.
pub struct Identity<'record> {
    pub number: Option<(&'record str, &'record Range<usize>)>,
    pub date: Option<(Date, &'record Range<usize>)>,
    /// The words that name it.
    pub words: &'record Localized,
}

/// Reports a number or date of which the words print another one. Words that print none prove nothing and deny nothing.
pub fn check(identity: &Identity, source: &Arc<Source>, vocabularies: &Vocabularies, report: &mut Report) {
    let (mut numbers, mut dates): (Vec<String>, Vec<Date>) = (Vec::new(), Vec::new());
    for language in Language::ALL {
        for mention in vocabularies.read(identity.words.get(language), language) {
            match mention.kind {
                MentionKind::DocumentNumber(number) => numbers.push(number),
                MentionKind::Date(date) if date.day.is_some() => dates.push(date),
                _ => {}
            }
        }
    }
    let plain = |number: &str| number.chars().filter(|character| !character.is_whitespace()).collect::<String>().to_uppercase();
    if let Some((number, place)) = identity.number
        && !numbers.is_empty()
        && !numbers.iter().any(|printed| plain(printed) == plain(number))
    {
        report.add(differs(number, &numbers[0], Location::new(source, place.clone())));
    }
    if let Some((date, place)) = identity.date
        && date.day.is_some()
        && !dates.is_empty()
        && !dates.contains(&date)
    {
        report.add(differs(&date.iso(), &dates[0].iso(), Location::new(source, place.clone())));
    }
}

fn differs(said: &str, printed: &str, location: Location) -> Diagnostic {
    Diagnostic::new(
        Code::IdentityDiffers,
        location,
        Localized::text(
            format!("ở đây ghi `{said}`, còn lời dẫn về cùng văn bản ghi `{printed}`"),
            format!("it says `{said}` here, and the words about the same document say `{printed}`"),
        ),
        Localized::text("không có trong lời dẫn", "not in the words"),
        Localized::text(
            "xem lại văn bản rồi sửa dòng này hoặc lời dẫn bằng cả hai ngôn ngữ",
            "look at the document, then mend this line, or the words in both languages",
        ),
    )
}
