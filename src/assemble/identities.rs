//! A document's number and date, as YAML gives them, held against the words that name the same
//! document: in a relation the relation's own words, for the plan those of where its original is to
//! be found.

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
    /// When it was posted, a day that the words may print too.
    pub posted: Option<Date>,
    /// The words that name it, and where they stand.
    pub words: &'record Localized,
    pub places: &'record Localized<Range<usize>>,
}

/// What the words print, and where they stand.
type Printed<'record, T> = Vec<(T, &'record Range<usize>)>;

/// Reports a number or date of which the words print another one. Words that print none prove
/// nothing and deny nothing.
pub fn check(
    identity: &Identity,
    source: &Arc<Source>,
    vocabularies: &Vocabularies,
    report: &mut Report,
) {
    let (mut numbers, mut dates): (Printed<String>, Printed<Date>) = (Vec::new(), Vec::new());
    for language in Language::ALL {
        let place = identity.places.get(language);
        for mention in vocabularies.read(identity.words.get(language), language) {
            match mention.kind {
                MentionKind::DocumentNumber(number) => numbers.push((number, place)),
                MentionKind::Date(date) if date.day.is_some() => dates.push((date, place)),
                _ => {}
            }
        }
    }
    let plain = |number: &str| {
        number
            .chars()
            .filter(|character| !character.is_whitespace())
            .collect::<String>()
            .to_uppercase()
    };
    if let Some((number, place)) = identity.number
        && let Some((first, words)) = numbers.first()
        && !numbers.iter().any(|(printed, _)| plain(printed) == plain(number))
    {
        report.add(differs(
            "number",
            number,
            first,
            Location::new(source, place.clone()),
            Location::new(source, (*words).clone()),
        ));
    }
    if let Some((date, place)) = identity.date
        && date.day.is_some()
        && !dates.iter().any(|(printed, _)| *printed == date)
        && let Some((first, words)) =
            dates.iter().find(|(printed, _)| Some(*printed) != identity.posted)
    {
        report.add(differs(
            "date",
            &date.iso(),
            &first.iso(),
            Location::new(source, place.clone()),
            Location::new(source, (*words).clone()),
        ));
    }
}

fn differs(
    field: &str,
    said: &str,
    printed: &str,
    location: Location,
    words: Location,
) -> Diagnostic {
    Diagnostic::new(
        Code::IdentityDiffers,
        location,
        Localized::text(
            format!("`{field}` ghi `{said}`, còn lời dẫn về cùng văn bản ghi `{printed}`"),
            format!(
                "`{field}` says `{said}`, and the words about the same document say `{printed}`"
            ),
        ),
        Localized::text("không có trong lời dẫn", "not in the words"),
        Localized::text(
            format!("xem lại văn bản rồi sửa `{field}`, hoặc sửa lời dẫn ở cả `vi` và `en`"),
            format!(
                "look at the document, then mend `{field}`, or the words in both `vi` and `en`"
            ),
        ),
    )
    .with_related(
        words,
        Localized::text(format!("lời dẫn ghi `{printed}`"), format!("the words say `{printed}`")),
    )
}
