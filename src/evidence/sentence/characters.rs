//! Characters that an eye takes for others: figures and letters of other scripts, signs without
//! width, fractions.

use super::{Doubts, Scene};
use crate::language::text::is_invisible;

pub fn check(scene: &Scene, doubts: &mut Doubts) {
    let source = scene.passage.source;
    // Marks that strike words out, here and in other Markdown.
    for (at, struck) in source.match_indices("~~") {
        doubts.characters.push(scene.offset + at..scene.offset + at + struck.len());
    }
    for (at, character) in source.char_indices() {
        if is_odd(character, &source[..at]) {
            let start = scene.offset + at;
            doubts.characters.push(start..start + character.len_utf8());
        }
    }
}

/// Whether the character cannot be read as it looks. `m²`, `km³` and the like are units.
pub fn is_odd(character: char, before: &str) -> bool {
    if character.is_ascii() {
        return false;
    }
    let raised_unit = matches!(character, '²' | '³') && before.ends_with('m');
    let foreign_figure = character.is_numeric() && !raised_unit;
    let foreign_letter = character.is_alphabetic() && !is_latin(character);
    is_invisible(character)
        || foreign_figure
        || foreign_letter
        || matches!(character, '±' | '∓' | '٪' | '％' | '٫' | '٬')
}

/// The letters of Vietnamese and English, composed or with combining marks.
fn is_latin(character: char) -> bool {
    matches!(character, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{300}'..='\u{36f}' | 'ª' | 'º')
}
