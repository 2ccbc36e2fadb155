//! The marks of footnotes in a plan's text, the numbers of the footnotes, and the ways between
//! them.

use super::markup::{push_attribute, push_text};
use crate::language::Language;
use crate::markdown::{back_to_mark, footnote_name};
use crate::portal::{NoteMark, PlanText, UnitIndex};

/// The text whose footnotes are meant, and how they are shown.
#[derive(Clone, Copy)]
pub struct Notes<'text> {
    pub text: &'text PlanText,
    /// Of the words for those who hear the page.
    pub language: Language,
    /// Whether the marks have ids; a page that shows a text twice gives them once.
    pub has_ids: bool,
}

/// A mark that leads to its footnote.
pub fn push_mark(html: &mut String, mark: &NoteMark, notes: Notes<'_>) {
    let footnote = notes.text.footnote(mark.footnote);
    html.push_str("<sup class=\"note-mark\"><a");
    push_attribute(html, "href", &format!("#{}", notes.text.unit(footnote.unit).anchor));
    if notes.has_ids {
        push_attribute(html, "id", &mark.anchor);
    }
    push_attribute(html, "aria-label", &footnote_name(&footnote.label, notes.language));
    html.push_str(">[");
    push_text(html, &footnote.label);
    html.push_str("]</a></sup>");
}

/// What stands before a footnote's words: its number. Nothing where no footnote begins with the
/// unit.
pub fn push_number(html: &mut String, unit: UnitIndex, notes: Notes<'_>) {
    if let Some(footnote) = notes.text.footnote_of(unit).filter(|footnote| footnote.unit == unit) {
        html.push_str("<span class=\"note-number\">[");
        push_text(html, &footnote.label);
        html.push_str("]</span> ");
    }
}

/// What stands behind a footnote's last words: the way back to its first mark.
pub fn push_way_back(html: &mut String, unit: UnitIndex, notes: Notes<'_>) {
    let Some(footnote) = notes.text.footnote_of(unit).filter(|footnote| footnote.last == unit)
    else {
        return;
    };
    let Some(mark) = &footnote.first_mark else { return };
    html.push_str(" <a class=\"note-back\"");
    push_attribute(html, "href", &format!("#{mark}"));
    push_attribute(html, "aria-label", &back_to_mark(&footnote.label, notes.language));
    html.push_str(">↩</a>");
}
