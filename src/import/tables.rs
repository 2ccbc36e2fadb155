//! The tables of a Word document: those that only lay out a page are taken apart, the others get a
//! cell for each place of their grid.

use crate::evidence::TableShape;

use super::document::{Block, Count, Paragraph, Remarks, Words};

/// No table has more columns.
const MOST_COLUMNS: usize = 63;

#[derive(Debug, Default)]
pub struct Row {
    /// How many places of the grid stand empty before the first cell.
    pub before: u32,
    pub cells: Vec<Cell>,
}

#[derive(Debug)]
pub struct Cell {
    pub blocks: Vec<Block>,
    /// How many columns it takes.
    pub span: u32,
    /// Whether it only goes on with the cell above.
    pub continues: bool,
}

impl Row {
    /// In columns.
    fn width(&self) -> usize {
        let spans = self.cells.iter().map(|cell| cell.span.max(1) as usize);
        spans.fold(self.before as usize, usize::saturating_add)
    }
}

/// Puts a table, or what stands in it where it is none.
pub fn put(rows: Vec<Row>, remarks: &mut Remarks, out: &mut Vec<Block>) {
    if is_layout(&rows) {
        out.extend(rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.blocks));
        return;
    }
    let width = rows.iter().map(Row::width).max().unwrap_or(0);
    if width > MOST_COLUMNS {
        let first = rows
            .iter()
            .flat_map(|row| &row.cells)
            .flat_map(|cell| in_lines(cell.blocks.clone()))
            .next()
            .unwrap_or_default()
            .beginning();
        remarks.look_at(
            format!("bảng bắt đầu bằng “{first}” quá rộng, nên từng ô được ghi thành đoạn"),
            format!(
                "the table that begins with “{first}” is too wide, so that its cells are \
                 written as paragraphs"
            ),
        );
        out.extend(rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.blocks));
        return;
    }
    let mut inner = Vec::new();
    let mut merged: Vec<(usize, usize)> = Vec::new();
    let mut grid: Vec<Vec<Words>> = Vec::with_capacity(rows.len());
    for row in rows {
        let mut cells: Vec<Words> = vec![Words::default(); row.before as usize];
        for cell in row.cells {
            if cell.continues || cell.span > 1 {
                remarks.count(Count::MergedCells);
            }
            if cell.span > 1 {
                merged.push((grid.len(), cells.len()));
            }
            let (tables, blocks): (Vec<Block>, Vec<Block>) =
                cell.blocks.into_iter().partition(|block| matches!(block, Block::Table(_)));
            inner.extend(tables);
            let mut words = Words::default();
            for line in in_lines(blocks) {
                if !words.is_empty() {
                    words.push(" ");
                }
                words.append(line);
            }
            cells.push(words);
            let more = cell.span.max(1) as usize - 1;
            cells.extend(std::iter::repeat_n(Words::default(), more));
        }
        grid.push(cells);
    }
    grid.iter_mut().for_each(|row| row.resize(width, Words::default()));
    if width > 0 {
        look_at_values(&grid, &merged, remarks);
        out.push(Block::Table(grid));
    }
    // A table in a cell becomes one of its own: as a line of words nobody could tell its values
    // apart.
    for table in inner {
        let Block::Table(rows) = &table else { continue };
        let first = rows
            .iter()
            .flatten()
            .find(|words| !words.is_empty())
            .map(Words::beginning)
            .unwrap_or_default();
        remarks.look_at(
            format!(
                "bảng nằm trong một ô của bảng khác, bắt đầu bằng “{first}”, được ghi thành \
                 bảng riêng ngay sau bảng ấy"
            ),
            format!(
                "the table within a cell of another table, beginning with “{first}”, is written \
                 as a table of its own right behind it"
            ),
        );
        out.push(table);
    }
}

/// A value that was merged over several columns belongs to all of them, and Markdown gives it to
/// the first alone.
fn look_at_values(grid: &[Vec<Words>], merged: &[(usize, usize)], remarks: &mut Remarks) {
    let texts: Vec<Vec<String>> =
        grid.iter().map(|row| row.iter().map(|words| words.settled().text()).collect()).collect();
    let shape = TableShape::new(
        &texts.iter().map(|row| row.iter().map(String::as_str).collect()).collect::<Vec<_>>(),
    );
    for &(row, column) in merged
        .iter()
        .filter(|(row, column)| shape.is_value(*row, *column) && !texts[*row][*column].is_empty())
    {
        let value = &texts[row][column];
        let name = texts[row]
            .iter()
            .find(|text| text.contains(char::is_alphabetic))
            .cloned()
            .unwrap_or_default();
        remarks.look_at(
            format!(
                "giá trị “{value}” ở dòng “{name}” nằm trong ô gộp nhiều cột: hãy ghi lại ở mỗi \
                 cột mà nó thuộc về"
            ),
            format!(
                "the value “{value}” in the row “{name}” is merged over several columns: write \
                 it into each that it belongs to"
            ),
        );
    }
}

/// Blocks as lines of text: with their bullets, and the cells of tables one by one.
pub fn in_lines(blocks: Vec<Block>) -> Vec<Words> {
    let line = |Paragraph { bullet, words, .. }| match bullet {
        Some(sign) => {
            let mut line = Words::of(&format!("{sign} "));
            line.append(words);
            line
        }
        None => words,
    };
    let lines = blocks.into_iter().flat_map(|block| match block {
        Block::Paragraph(paragraph) => vec![line(paragraph)],
        Block::Table(rows) => rows.into_iter().flatten().collect(),
    });
    lines.filter(|line| !line.is_empty()).collect()
}

/// Letterheads and signatures stand side by side in tables without lines; a frame round a text is a
/// table of one cell.
fn is_layout(rows: &[Row]) -> bool {
    let mut cells = rows.iter().flat_map(|row| &row.cells);
    if rows.len() == 1 && rows[0].cells.len() == 1 {
        return true;
    }
    rows.len() <= 4
        && rows.iter().all(|row| row.cells.len() <= 2)
        && cells.any(|cell| cell.blocks.iter().any(is_of_layout))
}

fn is_of_layout(block: &Block) -> bool {
    let Block::Paragraph(paragraph) = block else { return false };
    let text = paragraph.words.settled().text().to_uppercase();
    text.starts_with("CỘNG HÒA XÃ HỘI")
        || text.starts_with("CỘNG HOÀ XÃ HỘI")
        || text.starts_with("NƠI NHẬN")
        || text.starts_with("TM.")
        || text.starts_with("KT.")
}
