//! What stands round a cell.

use super::shape::{Column, Row};

/// A cell, with what it takes from its table.
#[derive(Clone, Debug)]
pub struct CellInTable<'plan> {
    /// What its row is, and what its column holds.
    pub row: Row,
    pub column: Column,
    /// The heads of its column, the outermost first.
    pub heads: Vec<&'plan str>,
    /// The names of its row, the nearest first: its own, those of merged cells, of what it is a
    /// part of, of its groups.
    pub labels: Vec<Label<'plan>>,
    /// The number of its row, where the rows are numbered.
    pub number: Option<&'plan str>,
    /// The row's cell in the column of units.
    pub unit_column: Option<&'plan str>,
    /// The row's cells in columns of times.
    pub times: Vec<&'plan str>,
    /// The row's remarks.
    pub notes: Vec<&'plan str>,
    /// What stands right before the table: its caption, the line with its unit.
    pub above: Vec<&'plan str>,
    /// Whether its row sums up the others.
    pub is_total: bool,
    /// Whether its row is a part of what a row above it counts.
    pub is_part: bool,
    /// Why the table does not say what the cell holds.
    pub unclear: Option<Unclear>,
}

/// A name of a row.
#[derive(Clone, Copy, Debug)]
pub struct Label<'plan> {
    pub text: &'plan str,
    pub place: LabelPlace,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelPlace {
    /// In the row itself.
    Own,
    /// In a cell above that was merged with the row's own.
    Merged,
    /// In the row that it is a part of.
    Whole,
    /// In a row that heads this one and has no values.
    Group,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// Its column has no head, or a merged one that nothing divides.
    NoHead,
    /// Its row has no name.
    NoLabel,
    /// It may be the total of its group or of the whole table.
    TotalOfGroup,
}
