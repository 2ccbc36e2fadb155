//! How a table is built: which rows are its head, what each column holds, which rows stand under
//! which.
//!
//! Markdown knows one row of head and no merged cells. A plan's table has two or three, with cells
//! merged over columns and rows; where it was copied, the words stand in the first cell and the
//! others are empty. Computed once for each table, in time linear in its cells; nothing here reads
//! a figure.

use crate::language::Localized;

use super::cell::{CellInTable, Label, LabelPlace, Unclear};

/// No table has more rows of head, without the one that numbers the columns.
const MOST_HEAD_ROWS: usize = 3;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// `TT`: the numbers of the rows.
    RowNumber,
    /// Names: what is measured, for whom, in which year.
    Label,
    /// `ĐVT`.
    Unit,
    /// `Thời gian hoàn thành`: when the row's work is done.
    Time,
    Value,
    /// Remarks, and who is in charge.
    Note,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The head, or goes on with it.
    Head,
    /// `(1) | (2) | (3)`.
    ColumnNumbers,
    /// Heads the rows below it and has no values of its own.
    Group,
    Body,
}

impl Row {
    /// What a row of this kind is called.
    pub fn called(self) -> Localized<&'static str> {
        match self {
            Row::Head => Localized::new("dòng đầu bảng", "a row of the head"),
            Row::ColumnNumbers => {
                Localized::new("dòng đánh số cột", "the row that numbers the columns")
            }
            Row::Group => Localized::new("dòng tên nhóm", "a row that heads a group"),
            Row::Body => Localized::new("dòng có giá trị", "a row of values"),
        }
    }
}

/// A table's build, by the places of its cells. Row 0 is Markdown's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableShape {
    columns: Vec<Column>,
    rows: Vec<Row>,
    /// Whether the first row is a title over the whole table.
    titled: bool,
    /// For each row of the head and each column the column in which the cell's words stand, and how
    /// many columns they take.
    spans: Vec<Vec<Option<(usize, usize)>>>,
    bodies: Vec<Body>,
}

/// Where a row stands in the body. For rows of the head it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Body {
    /// The row that it is a part of or stands under.
    parent: Option<usize>,
    /// For each column the row in which its words stand: its own, or one above that its empty cell
    /// goes on with.
    sources: Vec<Option<usize>>,
    is_part: bool,
    is_total: bool,
}

impl TableShape {
    /// `grid` has the head first; its rows are equally long.
    pub fn new(grid: &[Vec<&str>]) -> TableShape {
        let mut rows = head_rows(grid);
        let titled = is_titled(grid, &rows);
        let spans = spans(grid, &rows, titled);
        let columns = columns(grid, &rows, &spans, titled);
        for (index, row) in grid.iter().enumerate() {
            if rows[index] == Row::Body && is_group(row, &columns) {
                rows[index] = Row::Group;
            }
        }
        let bodies = bodies(grid, &rows, &columns);
        TableShape { columns, rows, titled, spans, bodies }
    }

    /// The first row that is another one in the other table: a head, a group or a row of values in
    /// one language alone.
    pub fn first_difference(&self, other: &TableShape) -> Option<(usize, Row, Row)> {
        let rows = self.rows.iter().zip(&other.rows).enumerate();
        rows.map(|(index, (own, twin))| (index, *own, *twin)).find(|(_, own, twin)| own != twin)
    }

    /// Whether the cell names or numbers and holds no value.
    pub fn is_label(&self, row: usize, column: usize) -> bool {
        matches!(self.rows[row], Row::ColumnNumbers)
            || self.columns.get(column) == Some(&Column::RowNumber)
    }

    /// Whether the cell holds a value of the table.
    pub fn is_value(&self, row: usize, column: usize) -> bool {
        self.rows[row] == Row::Body && self.columns.get(column) == Some(&Column::Value)
    }

    /// Whether the column holds names.
    pub fn names_rows(&self, column: usize) -> bool {
        self.columns.get(column) == Some(&Column::Label)
    }

    pub fn is_head(&self, row: usize) -> bool {
        self.rows[row] == Row::Head
    }

    /// What the cell takes from its table. `text` is that of a cell by row and column, `above` what
    /// stands before the table.
    pub fn cell<'plan>(
        &self,
        row: usize,
        column: usize,
        text: impl Fn(usize, usize) -> &'plan str,
        above: Vec<&'plan str>,
    ) -> CellInTable<'plan> {
        let body = &self.bodies[row];
        let mut cell = CellInTable {
            row: self.rows[row],
            column: self.columns[column],
            heads: self.heads(column, &text),
            labels: self.labels(row, column, &text),
            number: self.in_column(Column::RowNumber, row, &text),
            unit_column: self.in_column(Column::Unit, row, &text),
            times: self.cells_of(Column::Time, row, column, &text),
            notes: self.cells_of(Column::Note, row, column, &text),
            above,
            is_total: body.is_total,
            is_part: body.is_part,
            unclear: None,
        };
        if self.titled {
            cell.above.insert(0, text(0, 0));
        }
        if self.columns[column] == Column::Value && self.rows[row] == Row::Body {
            cell.unclear = self.unclear(row, column, &cell);
        }
        cell
    }

    /// Why the table does not say what the cell holds.
    fn unclear(&self, row: usize, column: usize, cell: &CellInTable) -> Option<Unclear> {
        let body = &self.bodies[row];
        let has_heads = self.spans.iter().flatten().any(Option::is_some);
        let undivided = |line: usize| {
            let lower = &self.spans[line + 1..];
            let is_merged = self.spans[line][column].is_some_and(|(_, width)| width > 1);
            is_merged && lower.iter().all(|spans| spans[column].is_none())
        };
        let labels = || self.columns.iter().filter(|column| **column == Column::Label).count();
        if (has_heads && cell.heads.is_empty()) || (0..self.spans.len()).any(undivided) {
            Some(Unclear::NoHead)
        } else if labels() > 0
            && !cell.labels.iter().any(|label| matches!(label.place, LabelPlace::Own))
        {
            Some(Unclear::NoLabel)
        } else if body.is_total && body.parent.is_some() {
            Some(Unclear::TotalOfGroup)
        } else {
            None
        }
    }

    fn heads<'plan>(
        &self,
        column: usize,
        text: &impl Fn(usize, usize) -> &'plan str,
    ) -> Vec<&'plan str> {
        let mut heads: Vec<&str> = Vec::new();
        for (line, spans) in self.spans.iter().enumerate() {
            let head = spans[column].map_or("", |(start, _)| text(line, start).trim());
            if !head.is_empty() && heads.last() != Some(&head) {
                heads.push(head);
            }
        }
        heads
    }

    fn labels<'plan>(
        &self,
        row: usize,
        except: usize,
        text: &impl Fn(usize, usize) -> &'plan str,
    ) -> Vec<Label<'plan>> {
        let mut labels = Vec::new();
        let mut next = Some(row);
        while let Some(at) = next {
            let columns = (0..self.columns.len())
                .rev()
                .filter(|column| self.columns[*column] == Column::Label);
            let mut named = false;
            for column in columns.filter(|column| (at, *column) != (row, except)) {
                let Some(source) = self.bodies[at].sources.get(column).copied().flatten() else {
                    continue;
                };
                let place = match self.rows[at] {
                    _ if at == row && source == row => LabelPlace::Own,
                    _ if at == row => LabelPlace::Merged,
                    Row::Group => LabelPlace::Group,
                    _ => LabelPlace::Whole,
                };
                labels.push(Label { text: text(source, column).trim(), place });
                named = true;
            }
            if !named && self.rows[at] == Row::Group {
                // A group's name that was merged over the whole row stands in the column of
                // numbers.
                labels.push(Label { text: text(at, 0).trim(), place: LabelPlace::Group });
            }
            next = self.bodies[at].parent;
        }
        labels
    }

    fn in_column<'plan>(
        &self,
        wanted: Column,
        row: usize,
        text: &impl Fn(usize, usize) -> &'plan str,
    ) -> Option<&'plan str> {
        let column = self.columns.iter().position(|column| *column == wanted)?;
        let source = self.bodies[row].sources.get(column).copied().flatten()?;
        Some(text(source, column).trim())
    }

    fn cells_of<'plan>(
        &self,
        wanted: Column,
        row: usize,
        except: usize,
        text: &impl Fn(usize, usize) -> &'plan str,
    ) -> Vec<&'plan str> {
        let columns = (0..self.columns.len())
            .filter(|column| self.columns[*column] == wanted && *column != except);
        columns.map(|column| text(row, column).trim()).filter(|text| !text.is_empty()).collect()
    }
}

/// Which rows go on with the head.
fn head_rows(grid: &[Vec<&str>]) -> Vec<Row> {
    let mut rows = vec![Row::Body; grid.len()];
    if let Some(first) = rows.first_mut() {
        *first = Row::Head;
    }
    for index in 1..grid.len() {
        if numbers_columns(&grid[index]) {
            rows[index] = Row::ColumnNumbers;
            break;
        }
        if index == MOST_HEAD_ROWS || !goes_on(grid, index) {
            break;
        }
        rows[index] = Row::Head;
    }
    rows
}

/// Whether a row below the head goes on with it: it holds no values, and its words divide what
/// stands above them.
fn goes_on(grid: &[Vec<&str>], index: usize) -> bool {
    let (above, row) = (&grid[index - 1], &grid[index]);
    let filled: Vec<usize> = (0..row.len())
        .filter(|column| !is_empty(row[*column]) && !same(row[*column], above[*column]))
        .collect();
    if filled.is_empty() || filled.iter().any(|column| is_value(row[*column])) {
        return false;
    }
    if index == 1 && only_first_is_filled(above) && filled.len() > 1 {
        return true;
    }
    if filled.contains(&0) {
        return false;
    }
    let is_under_merged = |column: &usize| {
        let is_open = |column: usize| above.get(column).is_some_and(|text| is_empty(text));
        // Where the words of a merged cell were copied into each of its columns.
        let is_copied = |left: usize| {
            above.get(left).zip(above.get(left + 1)).is_some_and(|(one, other)| same(one, other))
        };
        is_open(*column)
            || is_open(column + 1)
            || is_copied(*column)
            || column.checked_sub(1).is_some_and(is_copied)
    };
    let label = (0..above.len())
        .find(|column| kind_of(above[*column]) != Some(Column::RowNumber))
        .unwrap_or(0);
    let divides_label = filled.contains(&label);
    let divides_merged = || filled.iter().any(is_under_merged);
    filled.iter().all(is_under_merged)
        || !divides_label
            && (divides_merged() || filled.iter().all(|column| is_head_like(row[*column])))
}

fn only_first_is_filled(row: &[&str]) -> bool {
    row.len() > 2 && !is_empty(row[0]) && row[1..].iter().all(|text| is_empty(text))
}

fn is_titled(grid: &[Vec<&str>], rows: &[Row]) -> bool {
    rows.get(1) == Some(&Row::Head) && only_first_is_filled(&grid[0]) && !is_empty(grid[1][0])
}

/// `(1) (2) (3)`, `A B 1 2`, `(5)=(4)/(3)`.
fn numbers_columns(row: &[&str]) -> bool {
    let mut letter = b'A';
    let mut number = 1;
    let mut count = 0;
    for text in row.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
        let first = text.split('=').next().unwrap_or("").trim().trim_matches(['(', ')', '[', ']']);
        if number == 1 && first.len() == 1 && first.as_bytes()[0] == letter {
            letter += 1;
        } else if first.parse() == Ok(number) {
            number += 1;
        } else {
            return false;
        }
        count += 1;
    }
    count > 1 && number > 1
}

/// Over which columns each cell of the head was merged.
fn spans(grid: &[Vec<&str>], rows: &[Row], titled: bool) -> Vec<Vec<Option<(usize, usize)>>> {
    let first = usize::from(titled);
    let last = rows.iter().take_while(|row| **row == Row::Head).count();
    let width = grid.first().map_or(0, Vec::len);
    let mut spans: Vec<Vec<Option<(usize, usize)>>> = vec![vec![None; width]; first];
    for line in first..last {
        let mut starts: Vec<Option<usize>> = vec![None; width];
        for column in 0..width {
            let divided = || grid[line + 1..last].iter().any(|lower| !is_empty(lower[column]));
            let parent = |column: usize| {
                if line == first { Some(None) } else { spans[line - 1][column].map(Some) }
            };
            starts[column] = if !is_empty(grid[line][column]) {
                Some(column)
            } else if column > 0
                && divided()
                && parent(column).is_some()
                && parent(column) == parent(column - 1)
            {
                starts[column - 1]
            } else {
                None
            };
        }
        let width_of = |start: usize| starts.iter().filter(|other| **other == Some(start)).count();
        spans
            .push(starts.iter().map(|start| start.map(|start| (start, width_of(start)))).collect());
    }
    spans
}

fn columns(
    grid: &[Vec<&str>],
    rows: &[Row],
    spans: &[Vec<Option<(usize, usize)>>],
    titled: bool,
) -> Vec<Column> {
    let width = grid.first().map_or(0, Vec::len);
    let body =
        || grid.iter().zip(rows).filter(|(_, row)| **row == Row::Body).map(|(cells, _)| cells);
    let is_value_column = |column: usize| {
        let filled = body().map(|row| row[column]).filter(|text| !is_empty(text));
        let (values, all) = filled
            .fold((0, 0), |(values, all), text| (values + usize::from(is_value(text)), all + 1));
        values > 0 && 2 * values >= all
    };
    let named = |column: usize| {
        let lines = usize::from(titled)..spans.len();
        lines
            .filter_map(|line| {
                spans[line][column].and_then(|(start, _)| kind_of(grid[line][start]))
            })
            .next_back()
    };
    let mut columns: Vec<Option<Column>> = (0..width).map(named).collect();
    // `Đơn vị` is a unit of measure only behind the name of what is measured; first it is an agency
    // or a place.
    let first_name = columns.iter().position(Option::is_none).unwrap_or(width);
    for column in columns.iter_mut().take(first_name) {
        if *column == Some(Column::Unit) {
            *column = None;
        }
    }
    let has_head = |column: usize| spans.iter().any(|line| line[column].is_some());
    let numbers_rows = |column: usize| {
        column == 0
            && !has_head(0)
            && body().all(|row| is_empty(row[0]) || Style::of_number(row[0]).is_some())
    };
    let mut before_values = true;
    let kinds: Vec<Column> = (0..width)
        .map(|column| match columns[column] {
            // `Number` over the values is no `No.`.
            Some(Column::RowNumber) if column > 0 && is_value_column(column) => {
                before_values = false;
                Column::Value
            }
            Some(kind) => kind,
            None if numbers_rows(column) && body().any(|row| !is_empty(row[0])) && width > 2 => {
                Column::RowNumber
            }
            None if is_value_column(column) => {
                before_values = false;
                Column::Value
            }
            None if before_values => Column::Label,
            None if body().all(|row| is_empty(row[column])) => Column::Value,
            None => Column::Note,
        })
        .collect();
    kinds
}

/// A row without values that names the rows below it.
fn is_group(row: &[&str], columns: &[Column]) -> bool {
    let has = |kind: Column| {
        columns.iter().zip(row).any(|(column, text)| *column == kind && !is_empty(text))
    };
    if !has(Column::Label) && !has(Column::RowNumber) {
        return false;
    }
    if columns.contains(&Column::Value) {
        return !has(Column::Value);
    }
    row.len() > 2 && row[2..].iter().all(|text| is_empty(text))
}

/// Which rows stand under which, and with what empty cells go on.
fn bodies(grid: &[Vec<&str>], rows: &[Row], columns: &[Column]) -> Vec<Body> {
    let labels: Vec<usize> =
        (0..columns.len()).filter(|column| columns[*column] == Column::Label).collect();
    let number = columns.iter().position(|column| *column == Column::RowNumber);
    let unit = columns.iter().position(|column| *column == Column::Unit);
    let mut bodies: Vec<Body> = Vec::with_capacity(grid.len());
    let mut open: Vec<(Style, usize)> = Vec::new();
    let mut previous: Option<usize> = None;
    let mut capital_first = None;
    for (index, row) in grid.iter().enumerate() {
        let mut body = Body { sources: vec![None; columns.len()], ..Body::default() };
        if !matches!(rows[index], Row::Body | Row::Group) {
            bodies.push(body);
            continue;
        }
        let own = |column: usize| (!is_empty(row[column])).then_some(index);
        for (column, source) in body.sources.iter_mut().enumerate() {
            *source = own(column);
        }
        let is_group = rows[index] == Row::Group;
        let named = labels.iter().any(|column| own(*column).is_some());
        let before = previous.filter(|_| !is_group && named);
        // An empty cell goes on with the one above as long as all cells to its left do.
        let mut merged = false;
        if let Some(before) = before {
            for column in labels.iter().take_while(|column| own(**column).is_none()) {
                body.sources[*column] = bodies[before].sources[*column];
                merged |= body.sources[*column].is_some();
            }
        }
        let name = labels
            .iter()
            .find(|column| own(**column).is_some())
            .map_or("", |column| row[*column].trim());
        let numbered = number.map_or("", |column| row[column].trim());
        body.is_total = named && !is_group && is_total(name);
        let style = match Style::of(numbered, name) {
            Style::Bare if is_group => Style::BareGroup,
            Style::Bare if number.is_some() && !body.is_total => Style::BareChild,
            style => style,
        };
        if matches!(style, Style::Capital | Style::Roman) && capital_first.is_none() {
            capital_first = Some(style == Style::Capital);
        }
        let rank = |style: Style| style.rank(capital_first.unwrap_or(true));
        if merged && numbered.is_empty() {
            body.parent = before.and_then(|before| bodies[before].parent);
            body.is_part = before.is_some_and(|before| bodies[before].is_part);
        } else {
            if body.is_total {
                while open.last().is_some_and(|(_, at)| rows[*at] != Row::Group) {
                    open.pop();
                }
            } else {
                while open.last().is_some_and(|(above, _)| rank(*above) >= rank(style)) {
                    open.pop();
                }
            }
            body.parent = open.last().map(|(_, at)| *at);
            let whole = body
                .parent
                .is_some_and(|parent| rows[parent] == Row::Body || bodies[parent].is_part);
            body.is_part = !body.is_total && (whole || part(name).is_some());
            if !body.is_total && (style != Style::Bare || is_group) {
                open.push((style, index));
            }
        }
        if let Some(unit) = unit
            && body.sources[unit].is_none()
            && (merged || body.is_part)
        {
            body.sources[unit] = if merged { before } else { body.parent }
                .and_then(|other| bodies[other].sources[unit]);
        }
        if !is_group {
            previous = Some(index);
        } else {
            previous = None;
        }
        bodies.push(body);
    }
    bodies
}

/// How a row is numbered, from which follows what it stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Capital,
    Roman,
    /// A group without a number.
    BareGroup,
    Arabic {
        dots: usize,
    },
    Letter,
    /// A row without a number in a table that numbers its rows.
    BareChild,
    Dash,
    Plus,
    Bare,
}

impl Style {
    fn of(numbered: &str, name: &str) -> Style {
        if let Some(style) = Style::of_number(numbered) {
            return style;
        }
        let name = part(name).unwrap_or(name);
        match name.chars().next() {
            Some('-' | '–' | '−' | '•') => Style::Dash,
            Some('+') => Style::Plus,
            _ => {
                let label = name
                    .split_whitespace()
                    .next()
                    .filter(|word| word.ends_with(['.', ')']) && *word != name);
                label.and_then(Style::of_number).unwrap_or(if part(name).is_some() {
                    Style::Dash
                } else {
                    Style::Bare
                })
            }
        }
    }

    fn of_number(text: &str) -> Option<Style> {
        let text = text.trim().trim_start_matches('(').trim_end_matches(['.', ')', ':']);
        let is = |signs: &str| !text.is_empty() && text.chars().all(|sign| signs.contains(sign));
        match text {
            "-" | "–" | "−" => Some(Style::Dash),
            "+" => Some(Style::Plus),
            _ if is("IVX") => Some(Style::Roman),
            _ if is("0123456789.") => {
                Some(Style::Arabic { dots: text.matches('.').count().min(3) })
            }
            _ if text.chars().count() == 1 && text.starts_with(char::is_uppercase) => {
                Some(Style::Capital)
            }
            _ if text.chars().count() == 1 && text.starts_with(char::is_lowercase) => {
                Some(Style::Letter)
            }
            _ => None,
        }
    }

    fn rank(self, capital_first: bool) -> usize {
        match self {
            Style::Capital => usize::from(!capital_first),
            Style::Roman => usize::from(capital_first),
            Style::BareGroup => 2,
            Style::Arabic { dots } => 3 + dots,
            Style::Letter => 7,
            Style::BareChild => 8,
            Style::Dash => 9,
            Style::Plus => 10,
            Style::Bare => 11,
        }
    }
}

/// What stands behind `Trong đó:`.
pub(super) fn part(name: &str) -> Option<&str> {
    let start = |opening: &&str| {
        name.get(..opening.len()).is_some_and(|start| start.to_lowercase() == **opening)
    };
    let opening =
        ["trong đó", "gồm", "including", "of which", "of these"].into_iter().find(start)?;
    Some(name[opening.len()..].trim_start_matches([':', ',', ';', ' ']))
}

fn is_total(name: &str) -> bool {
    const TOTALS: [&str; 14] = [
        "tổng",
        "tổng số",
        "tổng cộng",
        "cộng",
        "toàn tỉnh",
        "toàn xã",
        "cả tỉnh",
        "tổng toàn tỉnh",
        "total",
        "in total",
        "grand total",
        "sum",
        "whole province",
        "province total",
    ];
    TOTALS.contains(&plain(name).as_str())
}

/// What a head says of its column, where it says what kind of column it is.
fn kind_of(head: &str) -> Option<Column> {
    const KINDS: &[(Column, &[&str])] = &[
        (Column::RowNumber, &["tt", "stt", "số tt", "số thứ tự", "thứ tự", "no", "number", "#"]),
        (
            Column::Unit,
            &[
                "đvt",
                "đơn vị",
                "đơn vị tính",
                "unit",
                "units",
                "unit of measure",
                "unit of measurement",
            ],
        ),
        (
            Column::Time,
            &[
                "thời gian",
                "thời gian hoàn thành",
                "thời gian thực hiện",
                "thời hạn",
                "thời hạn hoàn thành",
                "hạn",
                "hạn hoàn thành",
                "due",
                "due date",
                "deadline",
                "tiến độ",
                "time",
                "time of completion",
                "completion time",
                "time frame",
                "timeline",
                "time limit",
                "by when",
                "mốc thời gian",
                "năm hoàn thành",
                "deadline",
                "completion",
            ],
        ),
        (
            Column::Note,
            &[
                "ghi chú",
                "lĩnh vực",
                "field",
                "sector",
                "chú thích",
                "cơ quan chủ trì",
                "đơn vị chủ trì",
                "chủ trì",
                "cơ quan phối hợp",
                "đơn vị phối hợp",
                "phối hợp",
                "cơ quan thực hiện",
                "đơn vị thực hiện",
                "cơ quan theo dõi",
                "nguồn số liệu",
                "note",
                "notes",
                "remark",
                "remarks",
                "comment",
                "comments",
                "lead agency",
                "leading agency",
                "lead unit",
                "responsible agency",
                "agency in charge",
                "coordinating agency",
                "supporting agency",
                "data source",
            ],
        ),
    ];
    let head = plain(head);
    KINDS.iter().find(|(_, heads)| heads.contains(&head.as_str())).map(|(kind, _)| *kind)
}

/// In lower case, without the signs at its ends.
fn plain(text: &str) -> String {
    let is_sign = |letter: char| {
        letter.is_whitespace() || matches!(letter, '.' | ':' | '*' | '-' | '–' | '(' | ')')
    };
    text.trim_matches(is_sign).to_lowercase()
}

fn same(left: &str, right: &str) -> bool {
    !is_empty(right) && left.trim() == right.trim()
}

/// Nothing, or a sign that stands for nothing.
pub(super) fn is_empty(text: &str) -> bool {
    text.chars()
        .all(|letter| letter.is_whitespace() || matches!(letter, '-' | '–' | '…' | '.' | '/'))
}

/// Whether the cell begins with a number that is neither a year nor the label of words.
fn is_value(text: &str) -> bool {
    const MARKERS: &[&str] = &[
        "trên", "dưới", "ít", "nhất", "tối", "thiểu", "đa", "không", "quá", "khoảng", "gần", "từ",
        "hơn", "đạt", "tăng", "giảm", "over", "above", "below", "under", "at", "least", "most",
        "no", "not", "more", "less", "than", "about", "up", "to", "from", "reach", "minimum",
        "maximum", "increase", "reduce", "by",
    ];
    let is_sign = |letter: char| letter.is_whitespace() || "≥≤<>=~≈+-–−±(".contains(letter);
    let mut rest = text.trim_start_matches(is_sign);
    while let Some(word) = rest
        .split_whitespace()
        .next()
        .filter(|word| MARKERS.contains(&word.to_lowercase().as_str()))
    {
        rest = rest[word.len()..].trim_start_matches(is_sign);
    }
    let number = rest
        .find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | ',')))
        .unwrap_or(rest.len());
    let (number, behind) = rest.split_at(number);
    if !number.starts_with(|letter: char| letter.is_ascii_digit()) {
        return false;
    }
    let is_year =
        number.len() == 4 && number.parse().is_ok_and(|year: u16| (1900..=2100).contains(&year));
    let is_label = number.ends_with('.') && behind.starts_with(' ')
        || behind.starts_with(')') && !text.starts_with('(');
    let time = behind.split_whitespace().next().map(str::to_lowercase);
    let is_time =
        time.is_some_and(|word| ["tháng", "months", "quý", "quarters"].contains(&word.as_str()));
    !(is_year || is_label || is_time || behind.starts_with('/'))
}

/// Whether a cell without a merged one above it can only be a head: a time, a unit or what is
/// planned and reached.
fn is_head_like(text: &str) -> bool {
    const OPENINGS: [&str; 16] = [
        "kế hoạch",
        "thực hiện",
        "ước",
        "mục tiêu",
        "chỉ tiêu",
        "kết quả",
        "quý",
        "tháng",
        "cả năm",
        "plan",
        "actual",
        "target",
        "result",
        "estimate",
        "q",
        "full year",
    ];
    let text = plain(text);
    let has_year = text
        .split(|letter: char| !letter.is_ascii_digit())
        .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")));
    has_year || text == "%" || OPENINGS.iter().any(|opening| text.starts_with(opening))
}
