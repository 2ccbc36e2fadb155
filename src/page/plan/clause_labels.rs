//! The words beside the clauses of a plan.

use crate::language::{Language, pick};
use crate::portal::Unconfirmed;

/// What stands before an editors' note in a plan's text.
pub fn editors_note(language: Language) -> &'static str {
    pick(language, "Ghi chú của ban biên tập", "Editors’ note")
}

/// What stands beside a clause: the page with both languages.
pub fn both_languages(language: Language) -> &'static str {
    pick(language, "Song ngữ", "Both languages")
}

/// What stands beside a clause, and leads to where an error in it is reported.
pub fn report_error(language: Language) -> &'static str {
    pick(language, "Báo lỗi", "Report an error")
}

/// What a link to a clause does, for those who hear it.
pub fn copy_link(language: Language) -> &'static str {
    pick(language, "Sao chép liên kết", "Copy the link")
}

/// Said at a piece of an English text that nobody has checked against the Vietnamese that stands
/// there now.
pub fn translation_unconfirmed(state: Unconfirmed, language: Language) -> &'static str {
    match state {
        Unconfirmed::Behind => pick(
            language,
            "Bản tiếng Anh của đoạn này chưa theo kịp bản tiếng Việt.",
            "The English of this clause is behind the Vietnamese.",
        ),
        Unconfirmed::New => pick(
            language,
            "Bản tiếng Anh của đoạn này chưa được xác nhận.",
            "The English of this clause has not been confirmed yet.",
        ),
    }
}
