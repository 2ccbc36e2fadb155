//! The evidence rule at work on a plan: its texts read into mentions, its rows proven in both
//! languages.

use std::collections::BTreeMap;
use std::mem::discriminant;
use std::sync::Arc;

use super::both_languages::{Failed, Field};
use super::catalogue::Catalogue;
use crate::content::fields::At;
use crate::content::records::StatementRecord;
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::evidence::{
    self, CellInTable, Claim, Failure, Mention, OwnWords, Proof, TableShape, UnitInPlan, Vocabulary,
};
use crate::language::{Language, Localized};
use crate::portal::{
    Block, Breakdown, Clause, CountUnit, Dimension, Indicator, IndicatorIndex, ListItem, Measure,
    NoteMark, PlanText, Table, Term, Unit, UnitIndex, UnitKind,
};

/// What a reader of texts must know, in each language.
pub struct Vocabularies {
    words: Localized<Vocabulary>,
    /// The words of each indicator: of its names and definition, its unit and its groups.
    own: Vec<Localized<OwnWords>>,
}

impl Vocabularies {
    pub fn new(catalogue: &Catalogue, glossary: &[Term]) -> Self {
        let Vocabularies { mut words, .. } =
            Vocabularies::of(&catalogue.units, &catalogue.dimensions);
        for language in Language::ALL {
            let vocabulary = match language {
                Language::Vi => &mut words.vi,
                Language::En => &mut words.en,
            };
            for indicator in &catalogue.indicators {
                let names = indicator
                    .words
                    .get(language)
                    .iter()
                    .chain(indicator.terms.get(language))
                    .chain(indicator.wording.get(language));
                vocabulary.name(names.map(String::as_str));
                vocabulary.describe(
                    [indicator.name.get(language).as_str(), indicator.definition.get(language)]
                        .into_iter(),
                );
            }
            vocabulary.name(glossary.iter().map(|term| term.name.get(language).as_str()));
            vocabulary.name(glossary.iter().filter_map(|term| term.abbreviation.as_deref()));
        }
        let own =
            catalogue.indicators.iter().map(|indicator| own_words(indicator, catalogue)).collect();
        Vocabularies { words, own }
    }

    pub fn of(units: &[CountUnit], dimensions: &[Dimension]) -> Self {
        Vocabularies {
            words: Localized::from_fn(|language| Vocabulary::new(language, units, dimensions)),
            own: Vec::new(),
        }
    }

    /// What a text in this language mentions.
    pub fn read(&self, text: &str, language: Language) -> Vec<Mention> {
        evidence::read(text, language, self.words.get(language))
    }

    /// The words of an indicator.
    pub fn own(&self, indicator: IndicatorIndex) -> &Localized<OwnWords> {
        &self.own[indicator.0]
    }
}

fn own_words(indicator: &Indicator, catalogue: &Catalogue) -> Localized<OwnWords> {
    Localized::from_fn(|language| {
        let unit = catalogue
            .units
            .iter()
            .filter(|unit| indicator.measure == Measure::Counted(unit.id.clone()));
        let members = indicator
            .breakdowns
            .iter()
            .flat_map(|dimension| &catalogue.dimensions[dimension.0].members);
        let groups = members.flat_map(|member| member.terms.get(language)).map(String::as_str);
        let terms = [&indicator.words, &indicator.terms, &indicator.wording]
            .into_iter()
            .flat_map(|terms| terms.get(language));
        let names = terms.chain(unit.flat_map(|unit| unit.terms.get(language))).map(String::as_str);
        let denominator = indicator.denominator.as_ref().map(|whole| whole.get(language).as_str());
        let name = std::iter::once(indicator.name.get(language).as_str());
        let definition = std::iter::once(indicator.definition.get(language).as_str());
        OwnWords::new(names.chain(name))
            .with_definition(definition.chain(denominator))
            .with_groups(groups)
    })
}

/// A plan's text in one language, read.
pub struct ReadText<'plan> {
    pub language: Language,
    pub vocabulary: &'plan Vocabulary,
    pub source: &'plan Arc<Source>,
    pub text: &'plan PlanText,
    title: &'plan str,
    /// Unit by unit.
    pub mentions: Vec<Vec<Mention>>,
    /// The words that lead to the list of each bullet, nearest first.
    lead_ins: BTreeMap<UnitIndex, Vec<UnitIndex>>,
    /// The year in which the plan was made.
    made: Option<i16>,
    /// The names of the plan's own place.
    places: &'plan [String],
    tables: Vec<ReadTable<'plan>>,
    cells: BTreeMap<UnitIndex, CellPlace>,
}

/// A table with its build, what stands right before it, and the notes right behind it.
struct ReadTable<'plan> {
    table: &'plan Table,
    shape: TableShape,
    above: Vec<UnitIndex>,
    below: Vec<UnitIndex>,
}

/// Where a cell stands: its table, its row (0 for Markdown's head) and its column.
#[derive(Clone, Copy)]
struct CellPlace {
    table: usize,
    row: usize,
    column: usize,
}

impl<'plan> ReadText<'plan> {
    pub fn new(
        language: Language,
        vocabularies: &'plan Vocabularies,
        source: &'plan Arc<Source>,
        text: &'plan PlanText,
        title: &'plan str,
    ) -> Self {
        let vocabulary = vocabularies.words.get(language);
        let mentions = text
            .units
            .iter()
            .map(|unit| evidence::read(&unit.text, language, vocabulary))
            .collect();
        let mut tables = Vec::new();
        let mut cells = BTreeMap::new();
        let mut lead_ins = BTreeMap::new();
        for clause in &text.clauses {
            add_lead_ins(text, clause, &mut lead_ins);
            for (index, block) in clause.blocks.iter().enumerate() {
                if let Block::Table(table) = block {
                    add_cells(table, tables.len(), &mut cells);
                    tables.push(ReadTable::new(
                        text,
                        table,
                        &clause.blocks[..index],
                        &clause.blocks[index + 1..],
                    ));
                }
            }
        }
        ReadText {
            language,
            vocabulary,
            source,
            text,
            title,
            mentions,
            lead_ins,
            made: None,
            places: &[],
            tables,
            cells,
        }
    }

    /// The text with the names of the place whose plan it is, and the year in which it was made.
    pub fn of_place(self, places: &'plan [String], made: Option<i16>) -> Self {
        ReadText { places, made, ..self }
    }

    /// The paragraph behind a paragraph, the bullet behind a bullet, in the same clause.
    fn next_paragraph(&self, index: UnitIndex) -> Option<&str> {
        let unit = self.text.unit(index);
        let next = self.text.units.get(index.0 + 1)?;
        let is_listed = |kind: &UnitKind| matches!(kind, UnitKind::Bullet { .. });
        let goes_on = unit.kind == next.kind
            && (unit.kind == UnitKind::Paragraph || is_listed(&unit.kind))
            || is_listed(&unit.kind) && next.kind == UnitKind::Paragraph;
        (goes_on && next.clause == unit.clause).then_some(next.text.as_str())
    }

    /// The footnotes whose marks stand in the unit.
    fn notes(&self, unit: &Unit) -> Vec<(usize, &str)> {
        let note = |mark: &NoteMark| {
            (mark.offset, self.text.unit(self.text.footnote(mark.footnote).unit).text.as_str())
        };
        unit.note_marks.iter().map(note).collect()
    }

    pub fn unit_in_plan(&self, index: UnitIndex) -> UnitInPlan<'_> {
        let unit = self.text.unit(index);
        let heads = self
            .text
            .ancestors(unit.clause)
            .filter_map(|clause| clause.head)
            .filter(|head| *head != index);
        UnitInPlan {
            language: self.language,
            text: &unit.text,
            mentions: &self.mentions[index.0],
            headings: heads.map(|head| self.text.unit(head).text.as_str()).collect(),
            title: self.title,
            lead_ins: self
                .lead_ins
                .get(&index)
                .into_iter()
                .flatten()
                .map(|lead_in| self.text.unit(*lead_in).text.as_str())
                .collect(),
            notes: self.notes(unit),
            notes_below: self
                .cells
                .get(&index)
                .into_iter()
                .flat_map(|place| &self.tables[place.table].below)
                .map(|note| self.text.unit(*note).text.as_str())
                .collect(),
            next: self.next_paragraph(index),
            made: self.made,
            places: self.places,
            cell: self.cells.get(&index).map(|place| self.cell(*place)),
        }
    }

    /// What the cell takes from its table.
    fn cell(&self, CellPlace { table, row, column }: CellPlace) -> CellInTable<'plan> {
        let ReadTable { table, shape, above, .. } = &self.tables[table];
        let text =
            |row: usize, column: usize| self.text.unit(unit_at(table, row, column)).text.as_str();
        shape.cell(
            row,
            column,
            text,
            above.iter().map(|unit| self.text.unit(*unit).text.as_str()).collect(),
        )
    }

    /// Whether the unit is a cell that numbers a row or a column.
    fn numbers_its_table(&self, index: UnitIndex) -> bool {
        self.cells
            .get(&index)
            .is_some_and(|place| self.tables[place.table].shape.is_label(place.row, place.column))
    }

    /// Whether the unit is a cell whose number labels the table and is no figure: `TT`, `(1)`, or
    /// the head `2030`.
    pub fn labels_its_table(&self, index: UnitIndex) -> bool {
        let Some(&CellPlace { table, row, column }) = self.cells.get(&index) else { return false };
        let shape = &self.tables[table].shape;
        let text = self.text.unit(index).text.trim();
        let is_year = || text.len() == 4 && matches!(text.parse(), Ok(1900..=2200));
        shape.is_label(row, column) || is_year() && (shape.is_head(row) || shape.names_rows(column))
    }

    /// Where a range of a unit's text stands in the file.
    pub fn location(&self, unit: UnitIndex, range: std::ops::Range<usize>) -> Location {
        let range = self.text.unit(unit).source_range(range);
        let end = self.source.text.len();
        Location::new(self.source, range.start.min(end)..range.end.min(end))
    }

    pub fn whole_unit(&self, unit: UnitIndex) -> Location {
        self.location(unit, 0..self.text.unit(unit).text.len())
    }
}

/// A bullet is led to by the paragraph before its list, where that ends with a colon, by the bullet
/// that it stands under, and by one before it that points on (`... như sau`); so is a paragraph.
fn add_lead_ins(
    text: &PlanText,
    clause: &Clause,
    lead_ins: &mut BTreeMap<UnitIndex, Vec<UnitIndex>>,
) {
    let mut before: Option<UnitIndex> = None;
    for block in &clause.blocks {
        match block {
            Block::Paragraph(unit) => {
                let leads = before.filter(|before| evidence::leads_on(&text.unit(*before).text));
                lead_ins.extend(leads.map(|before| (*unit, vec![before])));
                before = Some(*unit);
            }
            Block::List(items) => {
                let leads = before.filter(|unit| text.unit(*unit).text.trim_end().ends_with(':'));
                add_lead_ins_of_items(text, items, leads.into_iter().collect(), lead_ins);
            }
            Block::Table(_) => before = None,
        }
    }
}

fn add_lead_ins_of_items(
    text: &PlanText,
    items: &[ListItem],
    above: Vec<UnitIndex>,
    lead_ins: &mut BTreeMap<UnitIndex, Vec<UnitIndex>>,
) {
    let mut before: Vec<UnitIndex> = Vec::new();
    for item in items {
        // `- Các mức sau đây là của năm 2025.`: a bullet that leads to those behind it.
        let leads: Vec<UnitIndex> = before.iter().chain(&above).copied().collect();
        if !leads.is_empty() {
            lead_ins.insert(item.unit, leads);
        }
        if item.children.is_empty() && evidence::leads_on(&text.unit(item.unit).text) {
            before = vec![item.unit];
        }
        let own = std::iter::once(item.unit).chain(above.iter().copied()).collect();
        add_lead_ins_of_items(text, &item.children, own, lead_ins);
    }
}

impl<'plan> ReadTable<'plan> {
    fn new(
        text: &'plan PlanText,
        table: &'plan Table,
        before: &'plan [Block],
        behind: &'plan [Block],
    ) -> Self {
        let words = |unit: &UnitIndex| text.unit(*unit).text.as_str();
        let rows = std::iter::once(&table.header).chain(table.rows.iter().map(|row| &row.cells));
        let grid: Vec<Vec<&str>> = rows.map(|cells| cells.iter().map(words).collect()).collect();
        let paragraphs = before.iter().rev().map_while(|block| match block {
            Block::Paragraph(unit) => Some(*unit),
            Block::List(_) | Block::Table(_) => None,
        });
        let mut above: Vec<UnitIndex> = Vec::new();
        for unit in paragraphs.take(2) {
            // Behind the line with the unit stands the caption; behind a lead-in stands something
            // else.
            if !evidence::leads_into_table(words(&unit))
                || !above.iter().all(|nearer| evidence::is_unit_line(words(nearer)))
            {
                break;
            }
            above.push(unit);
        }
        above.reverse();
        let notes = behind.iter().map_while(|block| match block {
            Block::Paragraph(unit) if evidence::is_table_note(words(unit)) => Some(*unit),
            _ => None,
        });
        ReadTable { table, shape: TableShape::new(&grid), above, below: notes.collect() }
    }
}

fn unit_at(table: &Table, row: usize, column: usize) -> UnitIndex {
    row.checked_sub(1).map_or(table.header[column], |row| table.rows[row].cells[column])
}

fn add_cells(table: &Table, index: usize, cells: &mut BTreeMap<UnitIndex, CellPlace>) {
    let rows = std::iter::once(&table.header).chain(table.rows.iter().map(|row| &row.cells));
    for (row, units) in rows.enumerate() {
        cells.extend(
            units
                .iter()
                .enumerate()
                .map(|(column, unit)| (*unit, CellPlace { table: index, row, column })),
        );
    }
}

/// What the author of a row claims, resolved.
pub struct ResolvedClaim<'row> {
    pub record: &'row StatementRecord,
    pub indicator: &'row Indicator,
    pub breakdown: &'row Breakdown,
    pub unit: UnitIndex,
    pub quote: &'row Localized<At<String>>,
    pub carried_from: Option<&'row Localized<At<String>>>,
    /// The words of the indicator, in each language.
    pub own: &'row Localized<OwnWords>,
}

/// Proves a row in one language; what fails is told at the field that is wrong, with the unit
/// beside it.
pub fn prove(
    claim: &ResolvedClaim,
    read: &ReadText,
    catalogue: &Catalogue,
    source: &Arc<Source>,
) -> Result<Proof, Vec<Failed>> {
    let quote = claim.quote.get(read.language);
    let evidence_claim = claim_in(claim, read.language, &quote.value);
    let unit = read.unit_in_plan(claim.unit);
    let failed = |failure: Failure| {
        let said = diagnostic(&failure, claim, &unit, read, catalogue, source);
        let is_missing = matches!(failure, Failure::NotFound { .. });
        let said = if is_missing { with_other_units(said, &quote.value, read) } else { said };
        Failed { cause: discriminant(&failure), field: field(&failure, claim), said }
    };
    evidence::prove(&evidence_claim, &unit, read.vocabulary)
        .map_err(|failures| failures.into_iter().map(failed).collect())
}

/// What the row claims of a text in this language, by these words.
pub fn claim_in<'row>(
    claim: &ResolvedClaim<'row>,
    language: Language,
    quote: &'row str,
) -> Claim<'row> {
    Claim {
        kind: claim.record.kind,
        goal: claim.record.goal.value,
        name: claim.indicator.name.get(language),
        measure: &claim.indicator.measure,
        period: claim.record.period.value,
        breakdown: claim.breakdown,
        dimensions: &claim.indicator.breakdowns,
        quote,
        carried_from: claim.carried_from.map(|marker| marker.get(language).value.as_str()),
        terms: claim.indicator.terms.get(language),
        words: claim.indicator.words.get(language),
        own: claim.own.get(language),
        denominator: claim.record.denominator.as_ref().map(|whole| whole.get(language).as_str()),
        reading: claim.record.reading.is_some(),
    }
}

/// The field that is wrong; the quote where the row has no such field.
fn field(failure: &Failure, claim: &ResolvedClaim) -> Field {
    match failure {
        Failure::Goal { .. } | Failure::OtherVerb { .. } => Field::Goal,
        Failure::Period { .. } => Field::Period,
        Failure::Breakdown { .. } if !claim.record.breakdown.is_empty() => Field::Breakdown,
        Failure::NotCarried { .. } if claim.carried_from.is_some() => Field::CarriedFrom,
        _ => Field::Quote,
    }
}

fn diagnostic(
    failure: &Failure,
    claim: &ResolvedClaim,
    unit: &UnitInPlan,
    read: &ReadText,
    catalogue: &Catalogue,
    source: &Arc<Source>,
) -> Diagnostic {
    let (code, message, label, cure) =
        evidence::describe(failure, unit, &catalogue.dimensions, &catalogue.units);
    let quote = || claim.quote.get(read.language).range.clone();
    let field = match field(failure, claim) {
        Field::Goal => claim.record.goal.range.clone(),
        Field::Period => claim.record.period.range.clone(),
        Field::Breakdown => {
            let first = claim.record.breakdown.first();
            first.map_or_else(quote, |(dimension, member)| dimension.range.start..member.range.end)
        }
        Field::CarriedFrom => {
            claim.carried_from.map_or_else(quote, |marker| marker.get(read.language).range.clone())
        }
        Field::Quote => quote(),
    };
    let place = match failure.range() {
        Some(range) => read.location(claim.unit, range),
        None => read.whole_unit(claim.unit),
    };
    let anchor = &read.text.unit(claim.unit).anchor;
    Diagnostic::new(code, Location::new(source, field), message, label, cure).with_related(
        place,
        Localized::text(format!("trong đoạn `{anchor}`"), format!("in the unit `{anchor}`")),
    )
}

/// Where the quote stands elsewhere in the plan, it is the clause that is mistyped.
fn with_other_units(mut said: Diagnostic, quote: &str, read: &ReadText) -> Diagnostic {
    let units = read
        .text
        .units
        .iter()
        .enumerate()
        .filter(|(_, unit)| evidence::stands(quote, &unit.text))
        .map(|(index, _)| UnitIndex(index));
    // Of words that stand everywhere, a few places tell enough.
    let units: Vec<UnitIndex> = units.take(3).collect();
    if units.is_empty() {
        return said;
    }
    let typed: Vec<String> =
        units.iter().map(|unit| format!("`clause: {}`", read.text.unit(*unit).anchor)).collect();
    said.cure = Localized::text(
        format!("nếu đúng là đoạn có những chữ ấy, hãy gõ {}", typed.join(" hoặc ")),
        format!("if the unit that has these words is meant, type {}", typed.join(" or ")),
    );
    for unit in units {
        let anchor = &read.text.unit(unit).anchor;
        let label = Localized::text(
            format!("nguyên văn đứng ở đoạn `{anchor}`"),
            format!("word for word in the unit `{anchor}`"),
        );
        said = said.with_related(read.whole_unit(unit), label);
    }
    said
}

/// Holds the numbers of the two texts' own titles against each other.
pub fn compare_titles(vi: &ReadText, en: &ReadText, report: &mut Report) {
    let read = |text: &ReadText| {
        text.text
            .title
            .as_ref()
            .map(|title| evidence::read(title, text.language, text.vocabulary))
            .unwrap_or_default()
    };
    if evidence::same_numbers(&read(vi), &read(en)).is_empty() {
        return;
    }
    let location = |text: &ReadText| {
        let lines = text.source.text.split_inclusive('\n');
        let start = lines
            .take_while(|line| !line.trim_start().starts_with('#'))
            .map(str::len)
            .sum::<usize>();
        let end = text.source.text[start..]
            .find('\n')
            .map_or(text.source.text.len(), |length| start + length);
        Location::new(text.source, start..end)
    };
    report.add(
        Diagnostic::new(
            Code::NumbersDiffer,
            location(vi),
            Localized::text(
                "hai ngôn ngữ của tên văn bản không cùng con số",
                "the document's title does not hold the same numbers in both languages",
            ),
            Localized::text("tên bằng tiếng Việt", "the title in Vietnamese"),
            Localized::text(
                "sửa một trong hai bản cho cùng năm, cùng ngày, cùng số văn bản",
                "mend one of the two: same years, dates and document numbers",
            ),
        )
        .with_related(location(en), Localized::text("tên bằng tiếng Anh", "the title in English")),
    );
}

/// Holds the tables of both languages against each other: a row that is head, group or body in one
/// is the same in the other.
pub fn compare_tables(vi: &ReadText, en: &ReadText, report: &mut Report) {
    for (own, twin) in vi.tables.iter().zip(&en.tables) {
        let Some((row, in_vi, in_en)) = own.shape.first_difference(&twin.shape) else { continue };
        let place = |read: &ReadText, table: &Table| {
            let cells = if row == 0 { &table.header } else { &table.rows[row - 1].cells };
            let filled = cells.iter().find(|unit| !read.text.unit(**unit).text.is_empty());
            filled.or(cells.first()).map(|unit| read.whole_unit(*unit))
        };
        let (Some(vi_place), Some(en_place)) = (place(vi, own.table), place(en, twin.table)) else {
            continue;
        };
        let (vi_row, en_row) = (in_vi.called(), in_en.called());
        report.add(
            Diagnostic::new(
                Code::TablesDiffer,
                vi_place,
                Localized::text(
                    format!(
                        "dòng này của bảng trong bản tiếng Việt là {}, trong bản tiếng Anh là \
                         {}",
                        vi_row.vi, en_row.vi
                    ),
                    format!(
                        "this row of the table is {} in Vietnamese and {} in English",
                        vi_row.en, en_row.en
                    ),
                ),
                Localized::text(vi_row.vi, vi_row.en),
                Localized::text(
                    "ghi hai bảng giống nhau: ô nào có chữ, có số hoặc để trống ở bản này thì \
                     cũng vậy ở bản kia",
                    "write both tables alike: a cell with words, with a number or without \
                     either is so in both",
                ),
            )
            .with_related(en_place, Localized::text(en_row.vi, en_row.en)),
        );
    }
}

/// Holds the numbers of both languages against each other, unit by unit.
pub fn compare_languages(vi: &ReadText, en: &ReadText, report: &mut Report) {
    let loose = |text: &ReadText| -> BTreeMap<usize, usize> {
        report
            .of(Code::FootnoteMissing, text.source)
            .map(|mark| (mark.location.range.start, mark.location.range.end))
            .collect()
    };
    let loose_marks = Localized { vi: loose(vi), en: loose(en) };
    for (index, (in_vi, in_en)) in vi.mentions.iter().zip(&en.mentions).enumerate() {
        let unit = UnitIndex(index);
        // `1.1` numbers a row in both languages, though it is a number in one alone.
        if vi.numbers_its_table(unit) && vi.text.unit(unit).text == en.text.unit(unit).text {
            continue;
        }
        let differences = evidence::same_numbers(in_vi, in_en);
        for difference in &differences {
            // A number that was changed in one language differs on both sides: it is told once, at
            // the Vietnamese text.
            let told = |other: &evidence::Difference| {
                other.language == Language::Vi && Some(other.mention) == difference.closest
            };
            if difference.language == Language::En && differences.iter().any(told) {
                continue;
            }
            let (own, own_mentions, other, other_mentions) = if difference.language == Language::Vi
            {
                (vi, in_vi, en, in_en)
            } else {
                (en, in_en, vi, in_vi)
            };
            let mention = &own_mentions[difference.mention];
            // The number of a mark without its footnote is none of the text, and was told there.
            let place = own.location(unit, mention.span.clone()).range.start;
            if loose_marks
                .get(difference.language)
                .range(..=place)
                .next_back()
                .is_some_and(|(_, &end)| place < end)
            {
                continue;
            }
            let shown = &own.text.unit(unit).text[mention.span.clone()];
            let (closest, label) = match difference.closest {
                Some(closest) => {
                    let twin = &other_mentions[closest];
                    let shown = &other.text.unit(unit).text[twin.span.clone()];
                    (
                        other.location(unit, twin.span.clone()),
                        Localized::text(
                            format!("ở đây là `{shown}`"),
                            format!("here it is `{shown}`"),
                        ),
                    )
                }
                None => {
                    (other.whole_unit(unit), Localized::text("ở đây không có", "it is not here"))
                }
            };
            let anchor = &own.text.unit(unit).anchor;
            report.add(
                Diagnostic::new(
                    Code::NumbersDiffer,
                    own.location(unit, mention.span.clone()),
                    Localized::text(
                        format!("hai ngôn ngữ của đoạn `{anchor}` không cùng con số: `{shown}`"),
                        format!(
                            "the two languages of the unit `{anchor}` do not hold the same \
                             numbers: `{shown}`"
                        ),
                    ),
                    Localized::text("con số này không có bản đối ứng", "this number has no twin"),
                    Localized::text(
                        "sửa một trong hai bản cho cùng số, cùng từ so sánh, cùng đơn vị",
                        "mend one of the two: same number, same comparator, same unit",
                    ),
                )
                .with_related(closest, label),
            );
        }
    }
}
