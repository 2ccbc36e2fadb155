//! The evidence rule: what a text says in numbers, and whether a statement's goal stands in the
//! clause that it cites.
//!
//! [`read()`] turns a whole unit into its mentions; [`same_numbers`] holds the two languages of a
//! unit against each other; [`prove`] finds a claim in a unit, or says why it does not stand there,
//! and [`describe`] says it to the author; [`suggest`] says what a row would have to say of a
//! figure; [`is_said`] looks for it in the signed text; [`clashes`] finds the claims that rest on
//! one figure.

mod breakdown;
mod carried;
#[cfg(test)]
mod claims;
mod failure;
mod lexicon;
mod mention;
mod milestone;
mod period;
mod proof;
mod quote;
mod read;
mod sentence;
mod sentence_messages;
mod sharing;
mod signed;
mod spelling;
mod subject;
mod suggestion;
mod table;
mod twins;
mod vocabulary;
mod words;

pub use failure::{Failure, describe};
pub use mention::{Figure, Mention, MentionKind, Span};
pub use proof::{Claim, Proof, UnitInPlan, prove};
pub use quote::stands;
use read::change_verb;
pub use read::read;
pub use sharing::clashes;
pub use signed::{is_quoted, is_said, nearly_said};
pub use spelling::figure as spelling;
pub use suggestion::{Suggestion, suggest};
pub use table::{
    CellInTable, Row, TableShape, is_table_note, is_unit_line, leads_into_table, leads_on,
};
pub use twins::{Difference, same_numbers};
pub use vocabulary::{OwnWords, Vocabulary};
