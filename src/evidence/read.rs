//! A text to its mentions.

use super::{Mention, Vocabulary};
use crate::language::Language;

/// Every number of the text, in its order.
pub fn read(text: &str, language: Language, vocabulary: &Vocabulary) -> Vec<Mention> {
    let _ = (text, language, vocabulary);
    Vec::new()
}
