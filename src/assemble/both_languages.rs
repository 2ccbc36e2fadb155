//! A row that fails in both languages for one reason is one mistake, and is told once.
//!
//! The Vietnamese finding is the main one. The English unit stands beside it, with its own words
//! where it is said otherwise there. What fails in one language alone is told as it is.

use std::mem::Discriminant;

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::evidence::Failure;
use crate::language::Localized;

/// The field of a row that a failure is told at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Goal,
    Period,
    Breakdown,
    CarriedFrom,
    Quote,
}

impl Field {
    /// Whether the row says it once for both languages.
    fn is_shared(self) -> bool {
        matches!(self, Field::Goal | Field::Period | Field::Breakdown)
    }
}

/// What keeps a row from being proven in one language.
#[derive(Clone)]
pub struct Failed {
    /// Which failure it is: a quote may lack its verb in one language and its object in the other.
    pub cause: Discriminant<Failure>,
    pub field: Field,
    pub said: Diagnostic,
}

/// Reports what failed; each mistake of both languages once.
pub fn tell(mut vi: Vec<Failed>, mut en: Vec<Failed>, report: &mut Report) {
    for failed in [&mut vi, &mut en] {
        failed.retain(|failed| !is_loose_mark(failed, report));
    }
    for own in vi {
        let same = |other: &Failed| other.field == own.field && other.cause == own.cause;
        let twin = en.iter().position(same).map(|place| en.remove(place));
        report.add(match twin {
            Some(twin) => merged(own, twin),
            None => own.said,
        });
    }
    for alone in en {
        report.add(alone.said);
    }
}

/// Whether the word that is not understood is the number of a mark without a footnote, which was
/// told there.
fn is_loose_mark(failed: &Failed, report: &Report) -> bool {
    let Some((word, _)) =
        failed.said.related.first().filter(|_| failed.said.code == Code::NotUnderstood)
    else {
        return false;
    };
    let mut marks = report.of(Code::FootnoteMissing, &word.source);
    marks.any(|mark| mark.location.range.contains(&word.range.start))
}

fn merged(own: Failed, twin: Failed) -> Diagnostic {
    let is_shared = own.field.is_shared();
    let (mut said, other) = (own.said, twin.said);
    if said.cure != other.cure {
        said.cure = if is_shared { apart() } else { both_cures(&said.cure, &other.cure) };
    }
    // Where the English text says it in words of its own, they are shown.
    let words = if said.label != other.label {
        Some(other.label)
    } else {
        (said.message != other.message).then_some(other.message)
    };
    for (index, (place, label)) in other.related.into_iter().enumerate() {
        let label = words.clone().filter(|_| index == 0).unwrap_or(label);
        if !said.related.iter().any(|(known, _)| *known == place) {
            said.related.push((place, label));
        }
    }
    said
}

/// One field cannot follow two texts that differ.
fn apart() -> Localized {
    Localized::text(
        "bản tiếng Việt và bản tiếng Anh nói khác nhau ở đây: sửa cho hai bản khớp nhau trước",
        "the Vietnamese and the English text differ here: make them agree first",
    )
}

fn both_cures(vi: &Localized, en: &Localized) -> Localized {
    Localized::text(
        format!("{}; bản tiếng Anh: {}", vi.vi, en.vi),
        format!("{}; in English: {}", vi.en, en.en),
    )
}
