//! Why a claim does not stand, and how to say it.

use std::ops::Range;

use super::Mention;
use crate::diagnostic::Code;
use crate::language::{Language, Localized};
use crate::portal::{Breakdown, Goal, Measure, Period};

/// Why a claim does not stand. Ranges are of the unit's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The quote does not stand in the unit; the longest beginning of it that does, if any.
    NotFound { longest: Option<Range<usize>> },
    /// It stands there this many times.
    Ambiguous { count: usize },
    /// Its edge cuts this mention (a marker, a number or its unit), or a word.
    Cuts { quote: Range<usize>, cut: Range<usize> },
    /// No figure in the quote, or in the brackets.
    NoFigure { quote: Range<usize>, other_kinds: Vec<Mention> },
    /// Several figures, and no brackets to choose one.
    ManyFigures { quote: Range<usize>, figures: Vec<Mention> },
    /// The figure is another one than the goal says.
    Goal { goal: Goal, measure: Measure, read: Mention },
    /// The nearest place that names a period names others.
    Period { claimed: Period, named: Vec<String>, place: &'static str },
    /// The figure stands for other members of the dimension; none were named at all where empty.
    Breakdown { claimed: Breakdown, found: Vec<String>, figure: Range<usize> },
    /// A milestone without its verb.
    NoVerb { quote: Range<usize> },
    /// A milestone without its object.
    NoObject { quote: Range<usize>, terms: Vec<String> },
    /// The marker does not stand earlier in the same sentence.
    NotCarried { marker: String },
}

/// The code and the texts of a diagnostic: message, label, cure.
pub fn describe(failure: &Failure, language_of_unit: Language) -> (Code, Localized, Localized, Localized) {
    let _ = (failure, language_of_unit);
    (Code::QuoteNotFound, Localized::default(), Localized::default(), Localized::default())
}
