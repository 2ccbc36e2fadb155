//! Rows as CSV (RFC 4180) and as JSON, one after the other, so that memory does not grow with their
//! number.

use std::io::{self, Write};

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::rows::row;
use crate::index::PortalIndex;
use crate::page;
use crate::portal::{Portal, Statement};

/// A header line and a row for each statement: comma, decimal point.
pub fn csv<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    statements: impl Iterator<Item = &'portal Statement>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(page::TARGET_COLUMNS)?;
    for statement in statements {
        writer.write_record(row(portal, index, statement).iter().map(|cell| harmless(cell)))?;
    }
    writer.flush()
}

/// A list of objects, one a line, with the names of the columns. Numbers stand as text, with their
/// printed scale: no reader of JSON keeps that of a number.
pub fn json<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    statements: impl Iterator<Item = &'portal Statement>,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(b"[")?;
    for (number, statement) in statements.enumerate() {
        out.write_all(if number == 0 { b"\n" } else { b",\n" })?;
        object(row(portal, index, statement), out)?;
    }
    out.write_all(b"\n]")
}

/// The columns in their order, which a map of `serde_json` need not keep.
fn object(cells: [String; page::TARGET_COLUMNS.len()], out: &mut dyn Write) -> io::Result<()> {
    for (number, (name, cell)) in page::TARGET_COLUMNS.iter().zip(cells).enumerate() {
        let value = match (*name, cell) {
            (_, cell) if cell.is_empty() => Value::Null,
            ("proven", cell) => Value::Bool(cell == "yes"),
            (_, cell) => Value::String(cell),
        };
        write!(out, "{}\"{name}\":{value}", if number == 0 { '{' } else { ',' })?;
    }
    out.write_all(b"}")
}

/// `"name":value,` in one line, for what stands before the rows.
pub fn field(name: &str, value: &Value, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\"{name}\":{value},")
}

/// An object of the fields that have a value, in the order given.
pub fn fields<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Object(
        entries
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.to_owned(), value))
            .collect::<Map<_, _>>(),
    )
}

/// A spreadsheet runs a cell that begins with one of these as a formula; an apostrophe before it
/// stops that.
fn harmless(cell: &str) -> String {
    let is_number = cell.parse::<Decimal>().is_ok();
    if !is_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_cannot_become_a_formula() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(harmless("-5.5"), "-5.5");
        assert_eq!(harmless("trên 98%"), "trên 98%");
    }
}
