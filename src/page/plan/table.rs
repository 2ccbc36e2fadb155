//! Tables in the text of a plan: captions, and the names of rows and columns.

use serde::Serialize;

use crate::language::Language;
use crate::portal::{Block, ClauseIndex, Plan, PlanText, Table, UnitIndex, UnitKind};
use crate::wording::clause_path;

/// What a table is called: its clause, as one cites it and as its heading says.
pub fn table_caption(plan: &Plan, clause: ClauseIndex, language: Language) -> String {
    let path = clause_path(plan, clause, language);
    let text = plan.text.get(language);
    let head = text
        .clauses
        .get(clause.0)
        .and_then(|clause| clause.head)
        .map_or("", |head| text.unit(head).text.as_str());
    if head.is_empty() { path } else { format!("{path}: {head}") }
}

/// The column that names the rows: the first that does not only number them.
pub fn named_column(text: &PlanText, table: &Table) -> usize {
    let numbers = |&&cell: &&UnitIndex| text.unit(cell).text.chars().count() <= 3;
    table.header.iter().take_while(numbers).count().min(table.header.len().saturating_sub(1))
}

/// What a reader of a table sees beside a cell: the name of its row and that of its column.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct CellNames<'plan> {
    pub row: &'plan str,
    pub column: &'plan str,
}

/// The names round a unit that is a cell of a table's body.
pub fn cell_names(text: &PlanText, index: UnitIndex) -> Option<CellNames<'_>> {
    let unit = text.units.get(index.0)?;
    let UnitKind::Cell { row: 1.., .. } = unit.kind else { return None };
    let mut tables = text.clause(unit.clause).blocks.iter().filter_map(Block::as_table);
    tables.find_map(|table| {
        let row = table.rows.iter().find(|row| row.cells.contains(&index))?;
        let column = row.cells.iter().position(|&cell| cell == index)?;
        let words = |cell: Option<&UnitIndex>| {
            cell.and_then(|cell| text.units.get(cell.0)).map_or("", |unit| unit.text.as_str())
        };
        Some(CellNames {
            row: words(row.cells.get(named_column(text, table))),
            column: words(table.header.get(column)),
        })
    })
}
