//! What a table's cell takes from its table: its unit, its time, how it is compared, whether it is
//! wanted or reported, and for whom it stands.
//!
//! [`TableShape`] is how the table is built, from its cells alone. [`CellInTable`] is what of it
//! stands round one cell; [`CellReading`] is what a claim may take from there, or why the table
//! does not say it.

mod above;
mod cell;
mod describe;
mod reading;
mod shape;
mod text;
mod words;

pub use above::{is_table_note, is_unit_line, leads_into_table, leads_on};
pub use cell::CellInTable;
pub(super) use cell::LabelPlace;
#[cfg(test)]
pub(super) use cell::{Label, Unclear};
pub(super) use describe::describe;
pub use reading::{Reported, Trouble};
#[cfg(test)]
pub(super) use shape::Column;
pub use shape::{Row, TableShape};

pub(super) use reading::{CellReading, is_remark, without_number};
