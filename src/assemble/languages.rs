//! Both languages of a text.

use crate::content::{Texts, missing_file};
use crate::diagnostic::{Location, Report};
use crate::language::Localized;

/// Both languages of a text; a missing one is reported at the other.
pub fn both(
    texts: Texts,
    name: &str,
    report: &mut Report,
) -> Option<Localized<std::sync::Arc<crate::diagnostic::Source>>> {
    match (texts.vi, texts.en) {
        (Some(vi), Some(en)) => Some(Localized { vi, en }),
        (Some(there), None) => {
            report.add(missing_file(Location::file(&there), &format!("{name}.en.md")));
            None
        }
        (None, Some(there)) => {
            report.add(missing_file(Location::file(&there), &format!("{name}.vi.md")));
            None
        }
        (None, None) => None,
    }
}
