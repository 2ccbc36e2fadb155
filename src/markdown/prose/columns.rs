//! How wide the columns of a table are, from all of its cells: settled before the first row, so
//! that nothing moves while the rest comes in.

use std::fmt::Write as _;

/// The page is cut into so many parts; the stylesheet has a class for each number of them.
const PARTS: usize = 24;
/// What is longer than this many letters goes on in the next line.
const LINE: usize = 28;
/// What stands between two columns, in letters.
const GAP: usize = 2;

/// The columns of the table that is being written.
#[derive(Debug, Default)]
pub struct Columns {
    columns: Vec<Column>,
    /// The column of the cell that is being written, and what was written of it.
    at: usize,
    cell: String,
}

/// Lengths in letters.
#[derive(Debug, Default)]
struct Column {
    longest_word: usize,
    all: usize,
    cells: usize,
}

impl Columns {
    pub fn begin_row(&mut self) {
        self.at = 0;
    }

    pub fn text(&mut self, text: &str) {
        self.cell.push_str(text);
    }

    pub fn end_cell(&mut self) {
        if self.columns.len() == self.at {
            self.columns.push(Column::default());
        }
        let column = &mut self.columns[self.at];
        let longest = self.cell.split_whitespace().map(|word| word.chars().count()).max();
        column.longest_word = column.longest_word.max(longest.unwrap_or(0));
        column.all += self.cell.chars().count();
        column.cells += 1;
        self.at += 1;
        self.cell.clear();
    }

    /// The `colgroup`; empty where there are more columns than parts.
    pub fn group(&self) -> String {
        if self.columns.len() > PARTS {
            return String::new();
        }
        let mut group = String::from("<colgroup>");
        for part in parts(&self.columns.iter().map(Column::weight).collect::<Vec<_>>()) {
            let _ = write!(group, "<col class=\"parts-{part}\">");
        }
        group + "</colgroup>"
    }
}

impl Column {
    /// Room for its longest word, and for a line of a cell of middling length.
    fn weight(&self) -> usize {
        self.longest_word.max(self.all / self.cells).min(LINE) + GAP
    }
}

/// `PARTS` shared out by weight, at least one for each; what rounding leaves goes to the largest
/// remainders, the first of equal ones first.
fn parts(weights: &[usize]) -> Vec<usize> {
    let whole: usize = weights.iter().sum();
    let free = PARTS - weights.len();
    let mut parts: Vec<usize> = weights.iter().map(|weight| 1 + weight * free / whole).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&column| std::cmp::Reverse(weights[column] * free % whole));
    let left = PARTS - parts.iter().sum::<usize>();
    for &column in order.iter().take(left) {
        parts[column] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_follow_the_weights_and_fill_the_page() {
        assert_eq!(parts(&[10]), [24]);
        assert_eq!(parts(&[10, 10]), [12, 12]);
        assert_eq!(parts(&[10, 10, 10, 10, 10]), [5, 5, 5, 5, 4]);
        assert_eq!(parts(&[3, 30]), [3, 21]);
        assert_eq!(parts(&[2; 24]), [1; 24]);
    }

    #[test]
    fn a_column_has_room_for_its_longest_word_and_no_more_than_for_a_line() {
        let mut columns = Columns::default();
        for row in [["a", "b"], ["2030", &"dài ".repeat(200)]] {
            columns.begin_row();
            for cell in row {
                columns.text(cell);
                columns.end_cell();
            }
        }
        assert_eq!(
            columns.group(),
            "<colgroup><col class=\"parts-5\"><col class=\"parts-19\"></colgroup>"
        );
    }

    #[test]
    fn a_table_of_more_columns_than_parts_is_left_to_the_browser() {
        let mut columns = Columns::default();
        for _ in 0..25 {
            columns.end_cell();
        }
        assert_eq!(columns.group(), "");
    }
}
