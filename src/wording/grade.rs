//! How a figure that is not simply proven is marked: an aim, a reading by an editor, an uncertain
//! reading.

use crate::language::{Language, pick};

/// What is said of a figure that stands by the reading of an editor.
pub fn read_by_editor(language: Language) -> &'static str {
    pick(language, "người biên tập đọc", "read by an editor")
}

/// The same as a label of its own, as the theme's strings have it for tables.
pub fn read_by_editor_badge(language: Language) -> &'static str {
    pick(language, "Người biên tập đọc", "Read by an editor")
}

/// The label of an aim, as the theme's strings have it for tables.
pub fn aim_badge(language: Language) -> &'static str {
    pick(language, "Định hướng", "Aim")
}

/// What is said of a figure whose source can hardly be read.
pub fn uncertain(language: Language) -> &'static str {
    pick(language, "đọc chưa chắc chắn", "uncertain reading")
}

/// The same as a label of its own, as the theme's strings have it for tables.
pub fn uncertain_badge(language: Language) -> &'static str {
    pick(language, "Đọc chưa chắc chắn", "Uncertain reading")
}
