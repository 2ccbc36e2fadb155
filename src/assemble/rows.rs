//! The rows of a `targets.yaml` or `results.yaml` to statements.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::both_languages::{self, Failed};
use super::catalogue::{Catalogue, unknown};
use super::citations::{check_ids, cited_unit};
use super::proofs::{self, ReadText, ResolvedClaim, Vocabularies};
use super::signed::{self, ProvenRow};
use super::{corrections, declared_conflicts};
use crate::assemble::row::Row;
use crate::content::{
    fields::{At, closest, missing_field, wrong_value},
    records::{QuotedRecord, StatementRecord, SupportRecord},
};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::evidence::{self, Proof};
use crate::language::{Localized, text::slug};
use crate::portal::{
    Breakdown, DimensionIndex, Evidence, Goal, IndicatorIndex, Measure, Member, Period, PlaceIndex,
    PlanIndex, Quote, Statement, StatementIndex, StatementKind,
};

/// The texts that the rows of a plan are proven in.
pub struct Texts<'plan> {
    pub vi: &'plan ReadText<'plan>,
    /// None while the translation is pending: the rows are then proven in Vietnamese alone.
    pub en: Option<&'plan ReadText<'plan>>,
    pub signed: Option<&'plan ReadText<'plan>>,
}

/// The rows of a plan.
pub struct Rows {
    pub proven: Vec<Row>,
    /// Those of rows that could not be proven too.
    pub ids: Vec<String>,
}

/// Resolves and proves the rows of a plan. The list is whole only if the report has no errors.
pub fn rows(
    place: PlaceIndex,
    source: &Arc<Source>,
    records: &[StatementRecord],
    read: &Texts,
    catalogue: &Catalogue,
    vocabularies: &Vocabularies,
    report: &mut Report,
) -> Rows {
    let mut rows: Vec<Row> = Vec::new();
    let mut ids: Vec<(String, Location)> = Vec::new();
    let mut conflicts: Vec<Option<At<String>>> = Vec::new();
    for record in records {
        let Some((indicator, breakdown)) = subject(record, source, catalogue, report) else {
            continue;
        };
        let id = record.id.as_ref().map_or_else(
            || derived_id(record, catalogue, indicator, &breakdown),
            |id| id.value.clone(),
        );
        ids.push((
            id.clone(),
            record
                .id
                .as_ref()
                .map_or_else(|| record.indicator.location(source), |id| id.location(source)),
        ));
        let SupportRecord::Clause { clause, quote, carried_from } = &record.support else {
            continue;
        };
        let unit = cited_unit(clause, read.vi.text, source, report);
        let mut words = |quoted: &QuotedRecord| in_both(quoted, read.en.is_some(), source, report);
        let (quote, carried_from) = (words(quote), carried_from.as_ref().map(words));
        let (Some(unit), Some(quote), Some(carried_from)) =
            (unit, quote, carried_from.map_or(Some(None), |marker| marker.map(Some)))
        else {
            continue;
        };
        let claim = ResolvedClaim {
            record,
            indicator: &catalogue.indicators[indicator.0],
            breakdown: &breakdown,
            unit,
            quote: &quote,
            carried_from: carried_from.as_ref(),
            own: vocabularies.own(indicator),
        };
        let vi = proofs::prove(&claim, read.vi, catalogue, source);
        let en =
            read.en.map_or_else(|| vi.clone(), |en| proofs::prove(&claim, en, catalogue, source));
        let (vi, en) = match (vi, en) {
            (Ok(vi), Ok(en)) => (vi, en),
            (vi, en) => {
                let failed = |proof: Result<Proof, Vec<Failed>>| proof.err().unwrap_or_default();
                let in_english = if read.en.is_some() { failed(en) } else { Vec::new() };
                both_languages::tell(failed(vi), in_english, report);
                continue;
            }
        };
        let by_reading = vi.by_reading || en.by_reading;
        if let Some(reading) = record.reading.as_ref().filter(|_| !by_reading) {
            report.add(reading_not_needed(reading.location(source)));
        }
        let proven = ProvenRow { claim: &claim, proof: &vi, source };
        let in_signed_text = read
            .signed
            .is_some_and(|signed| signed::prove(&proven, read.vi, signed, catalogue, report));
        conflicts.push(record.conflicts_with.clone());
        let corrections =
            corrections::of_value(record.corrections.clone(), &record.goal, source, report);
        rows.push(Row {
            id,
            kind: record.kind,
            place,
            indicator,
            breakdown,
            goal: record.goal.value,
            period: record.period.value,
            denominator: record.denominator.clone(),
            note: record.note.clone(),
            series_break: record.series_break,
            uncertain: record.uncertain,
            provisional: record.provisional,
            replaces: record.replaces.clone(),
            conflicts_with: None,
            conflict_named: None,
            corrections,
            unit,
            mention: vi.mention,
            period_proof: vi.period,
            quote: Localized { vi: quote_of(vi), en: quote_of(en) },
            carried_from: carried_from
                .as_ref()
                .map(|marker| marker.map(|marker| marker.value.clone())),
            in_signed_text,
            reading: record
                .reading
                .as_ref()
                .filter(|_| by_reading)
                .map(|reading| reading.value.clone()),
            reading_location: record.reading.as_ref().map(|reading| reading.location(source)),
            location: quote.vi.location(source),
        });
    }
    check_ids(&ids, report);
    check_sharing(&rows, report);
    declared_conflicts::within_plan(&mut rows, conflicts, &ids, source, report);
    Rows { proven: rows, ids: ids.into_iter().map(|(id, _)| id).collect() }
}

/// A row that the program reads by itself must not be published as the reading of an editor.
fn reading_not_needed(location: Location) -> Diagnostic {
    Diagnostic::new(
        Code::ReadingNotNeeded,
        location,
        Localized::text(
            "máy tự hiểu câu này, không cần lời đọc của người biên tập",
            "the program understands the sentence by itself",
        ),
        Localized::text("không cần đến", "not needed"),
        Localized::text("xóa `reading`", "delete `reading`"),
    )
}

/// Words in both languages. While the translation is pending the Vietnamese stands for the English,
/// whatever the row has.
fn in_both(
    quoted: &QuotedRecord,
    has_english: bool,
    source: &Arc<Source>,
    report: &mut Report,
) -> Option<Localized<At<String>>> {
    let en = match &quoted.en {
        _ if !has_english => quoted.vi.clone(),
        Some(en) => en.clone(),
        None => {
            report.add(missing_field(Location::new(source, quoted.place.clone()), "en"));
            return None;
        }
    };
    Some(Localized { vi: quoted.vi.clone(), en })
}

/// Adds a plan's rows to the portal's statements.
pub fn add_rows(plan: PlanIndex, rows: Vec<Row>, statements: &mut Vec<Statement>) {
    let first = statements.len();
    statements.extend(rows.into_iter().map(|row| {
        let Row {
            id,
            kind,
            place,
            indicator,
            breakdown,
            goal,
            period,
            denominator,
            note,
            series_break,
            uncertain,
            provisional,
            replaces: _,
            conflicts_with,
            conflict_named: _,
            corrections,
            unit,
            mention: _,
            quote,
            period_proof,
            carried_from,
            in_signed_text,
            reading,
            reading_location: _,
            location: _,
        } = row;
        Statement {
            id,
            kind,
            place,
            indicator,
            breakdown,
            goal,
            period,
            denominator,
            evidence: Evidence::Clause {
                plan,
                unit,
                quote,
                period: period_proof,
                carried_from,
                in_signed_text,
                reading,
            },
            note,
            series_break,
            uncertain,
            provisional,
            replaced_by: None,
            conflicts_with: conflicts_with.map(|row| StatementIndex(first + row)),
            corrections,
        }
    }));
}

/// A row of `results.yaml` that was added to the statements.
pub struct OutsideRow {
    pub id: String,
    pub at: StatementIndex,
    pub location: Location,
    /// The result that it says it replaces.
    pub replaces: Option<At<String>>,
}

/// Adds what a place's `results.yaml` reports; it stands in no plan, so nothing is proven.
pub fn outside_results(
    place: PlaceIndex,
    source: &Arc<Source>,
    records: Vec<StatementRecord>,
    catalogue: &Catalogue,
    statements: &mut Vec<Statement>,
    report: &mut Report,
) -> Vec<OutsideRow> {
    let mut ids = Vec::new();
    let mut outside = Vec::new();
    for record in records {
        let Some((indicator, breakdown)) = subject(&record, source, catalogue, report) else {
            continue;
        };
        let id = record.id.as_ref().map_or_else(
            || derived_id(&record, catalogue, indicator, &breakdown),
            |id| id.value.clone(),
        );
        ids.push((id.clone(), record.indicator.location(source)));
        let corrections = corrections::of_value(record.corrections, &record.goal, source, report);
        let SupportRecord::Outside { title, url } = record.support else { continue };
        if catalogue.indicators[indicator.0].measure == Measure::Percent
            && record.note.is_none()
            && !is_share(record.goal.value)
        {
            report.add(unlikely_share(&record.goal, source));
        }
        outside.push(OutsideRow {
            id: id.clone(),
            at: StatementIndex(statements.len()),
            location: record.indicator.location(source),
            replaces: record.replaces,
        });
        statements.push(Statement {
            id,
            kind: record.kind,
            place,
            indicator,
            breakdown,
            goal: record.goal.value,
            period: record.period.value,
            denominator: record.denominator,
            evidence: Evidence::Outside(crate::portal::OutsideSource { title, url }),
            note: record.note,
            series_break: record.series_break,
            uncertain: record.uncertain,
            provisional: record.provisional,
            replaced_by: None,
            conflicts_with: None,
            corrections,
        });
    }
    check_ids(&ids, report);
    outside
}

/// Whether a figure in per cent is one that a part of a whole can have. What is reported outside
/// the plans stands in no text that would prove it, so a slip of the hand would become a status.
fn is_share(goal: Goal) -> bool {
    let share = Decimal::ZERO..=Decimal::ONE_HUNDRED;
    match goal {
        Goal::Value { value, .. } => share.contains(&value),
        Goal::Range { low, high, .. } => share.contains(&low) && share.contains(&high),
        Goal::Maintain | Goal::Complete | Goal::Before(_) => true,
    }
}

fn unlikely_share(goal: &At<Goal>, source: &Arc<Source>) -> Diagnostic {
    let written = &source.text[goal.range.clone()];
    Diagnostic::new(
        Code::UnlikelyShare,
        goal.location(source),
        Localized::text(
            format!(
                "kết quả tính bằng phần trăm mà không nằm trong khoảng từ 0 đến 100: `{written}`"
            ),
            format!("a result in per cent that is not between 0 and 100: `{written}`"),
        ),
        Localized::text("con số này", "this figure"),
        Localized::text(
            "sửa con số (phần lẻ viết bằng dấu chấm: 48.5); nếu đúng như vậy, thêm note: {vi: \
             ..., en: ...} nói vì sao",
            "mend the figure (decimals with a point: 48.5); if it is right, add note: {vi: ..., \
             en: ...} that says why",
        ),
    )
}

fn quote_of(proof: Proof) -> Quote {
    Quote { text: proof.quote, range: proof.range, figure: proof.figure }
}

/// The indicator and the breakdown that a row names, and whether its goal fits the indicator's
/// unit.
fn subject(
    record: &StatementRecord,
    source: &Arc<Source>,
    catalogue: &Catalogue,
    report: &mut Report,
) -> Option<(IndicatorIndex, Breakdown)> {
    let Some(index) = catalogue.indicator(&record.indicator.value) else {
        report.add(unknown(
            Code::UnknownIndicator,
            record.indicator.location(source),
            Localized::text(
                format!("danh mục không có chỉ tiêu `{}`", record.indicator.value),
                format!("the catalogue has no indicator `{}`", record.indicator.value),
            ),
            catalogue.closest_indicator(&record.indicator.value),
        ));
        return None;
    };
    let indicator = &catalogue.indicators[index.0];
    let mut parts = Vec::new();
    let mut known = true;
    for (dimension, member) in &record.breakdown {
        match breakdown_part(dimension, member, &indicator.breakdowns, source, catalogue, report) {
            Some(part) => parts.push(part),
            None => known = false,
        }
    }
    parts.sort_unstable();
    if !goal_fits(record.goal.value, &indicator.measure, record.kind) {
        let unit = indicator.measure.name();
        report.add(wrong_value(
            record.goal.location(source),
            Localized::text(
                format!("mục tiêu này không hợp với đơn vị `{unit}` của chỉ tiêu"),
                format!("this goal does not fit the indicator's unit `{unit}`"),
            ),
            match indicator.measure {
                Measure::Milestone | Measure::Level => Localized::text(
                    "mốc công việc không có con số: viết complete hoặc maintain",
                    "a milestone has no number: write complete or maintain",
                ),
                Measure::Date => Localized::text(
                    "viết \"before 12-10\" hoặc \"before 2026-03-31\"",
                    "write \"before 12-10\" or \"before 2026-03-31\"",
                ),
                _ => Localized::text(
                    "viết một con số, ví dụ \">= 85\"",
                    "write a number, such as \">= 85\"",
                ),
            },
        ));
        return None;
    }
    known.then_some((index, Breakdown(parts)))
}

fn breakdown_part(
    dimension: &At<String>,
    member: &At<String>,
    allowed: &[DimensionIndex],
    source: &Arc<Source>,
    catalogue: &Catalogue,
    report: &mut Report,
) -> Option<(DimensionIndex, crate::portal::MemberIndex)> {
    let found = catalogue.dimension(&dimension.value).filter(|index| allowed.contains(index));
    let Some(index) = found else {
        let names = allowed.iter().map(|index| catalogue.dimensions[index.0].id.as_str());
        report.add(unknown(
            Code::UnknownBreakdown,
            dimension.location(source),
            Localized::text(
                format!("chỉ tiêu này không được phân tổ theo `{}`", dimension.value),
                format!("this indicator is not broken down by `{}`", dimension.value),
            ),
            closest(&dimension.value, names),
        ));
        return None;
    };
    let found = catalogue.member(index, &member.value);
    if found.is_none() {
        let members = &catalogue.dimensions[index.0].members;
        let message = Localized::text(
            format!("`{}` không có giá trị `{}`", dimension.value, member.value),
            format!("`{}` has no member `{}`", dimension.value, member.value),
        );
        // An author may type the name of the member instead: `tieu-hoc`, `Tiểu học`.
        let typed = slug(&member.value);
        let words = |member: &Member| {
            member
                .terms
                .vi
                .iter()
                .chain(&member.terms.en)
                .chain([&member.name.vi, &member.name.en])
                .any(|word| slug(word) == typed)
        };
        let named = members.iter().find(|member| words(member)).map(|member| member.id.as_str());
        let close = named
            .or_else(|| closest(&member.value, members.iter().map(|member| member.id.as_str())));
        let list = members.iter().map(|member| member.id.as_str()).collect::<Vec<_>>().join(", ");
        let mut said = unknown(Code::UnknownBreakdown, member.location(source), message, close);
        said.cure = match close {
            Some(close) => Localized::text(
                format!("có phải ý bạn là `{close}`? Các giá trị: {list}"),
                format!("did you mean `{close}`? The values: {list}"),
            ),
            None => {
                Localized::text(format!("dùng một trong: {list}"), format!("use one of: {list}"))
            }
        };
        report.add(said);
    }
    found.map(|member| (index, member))
}

fn goal_fits(goal: Goal, measure: &Measure, kind: StatementKind) -> bool {
    match goal {
        Goal::Value { .. } | Goal::Range { .. } => {
            matches!(measure, Measure::Percent | Measure::Index | Measure::Counted(_))
        }
        // A report that was due is reported as done.
        Goal::Complete if kind == StatementKind::Result && *measure == Measure::Date => true,
        Goal::Maintain | Goal::Complete => matches!(measure, Measure::Milestone | Measure::Level),
        Goal::Before(_) => *measure == Measure::Date,
    }
}

/// `<indicator>[-<member>...]-<period>[-<kind>]`.
fn derived_id(
    record: &StatementRecord,
    catalogue: &Catalogue,
    indicator: IndicatorIndex,
    breakdown: &Breakdown,
) -> String {
    let mut id = catalogue.indicators[indicator.0].id.clone();
    for &(dimension, member) in &breakdown.0 {
        id.push('-');
        id.push_str(&catalogue.dimensions[dimension.0].members[member.0].id);
    }
    let period = match record.period.value {
        Period::EveryYear { until: None } => "every-year".to_owned(),
        Period::EveryYear { until: Some(year) } => format!("every-year-to-{year}"),
        // Ids are lower-case: `2026-q3`.
        period => period.code().to_lowercase(),
    };
    if !period.is_empty() {
        id.push('-');
        id.push_str(&period);
    }
    if record.kind != StatementKind::Target {
        id.push('-');
        id.push_str(record.kind.name());
    }
    id
}

/// Several rows may rest on one figure only with different breakdowns, each named in the unit.
fn check_sharing(rows: &[Row], report: &mut Report) {
    let claims: Vec<_> = rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| {
            row.figure()
                .map(|(unit, mention)| (index, (unit, mention, row.indicator, &row.breakdown)))
        })
        .collect();
    let of_evidence: Vec<_> = claims.iter().map(|(_, claim)| *claim).collect();
    for (first, second) in evidence::clashes(&of_evidence) {
        let (first, second) = (claims[first].0, claims[second].0);
        report.add(
            Diagnostic::new(
                Code::FigureShared,
                rows[second].location.clone(),
                Localized::text(
                    "hai mục cùng dựa vào một con số mà không khác phân tổ",
                    "two rows rest on one figure without different breakdowns",
                ),
                Localized::text("mục thứ hai", "the second row"),
                Localized::text(
                    "ghi breakdown khác nhau cho từng mục, hoặc xóa một mục",
                    "give each row its own breakdown, or delete one",
                ),
            )
            .with_related(
                rows[first].location.clone(),
                Localized::text("mục thứ nhất", "the first row"),
            ),
        );
    }
}
