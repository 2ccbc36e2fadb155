//! A day as a page prints it.

use serde::Serialize;

use crate::language::{Language, date::Date};

/// A date as people and as machines read it.
#[derive(Debug, Serialize)]
pub struct Day {
    pub long: String,
    pub short: String,
    pub iso: String,
}

impl Day {
    pub fn new(date: Date, language: Language) -> Day {
        Day { long: date.long(language), short: date.short(language), iso: date.iso() }
    }
}
