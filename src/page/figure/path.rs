//! Charts of targets and reports over time.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::captioned::{Caption, Figure, can_be_drawn, counted_in, figure, is_percent, mark_kind};
use super::source::{licence_line, source_line};
use crate::chart::{self, PathChart, Point, Series};
use crate::index::PortalIndex;
use crate::language::{Language, date::Date, pick};
use crate::page::parts::progress::{standing, standing_word};
use crate::portal::{Period, PlanStatus, Portal, Statement, Subject, cited, status};
use crate::status::{Assessment, Obstacle};
use crate::wording::{breakdown, period, said};

/// The path of one indicator at one place: one series per breakdown and whole, by period. `None`
/// unless a series has two points at different times.
pub fn path(
    portal: &Portal,
    index: &PortalIndex,
    statements: &[&Statement],
    language: Language,
    caption: Caption,
) -> Option<Figure> {
    let mut by_subject: BTreeMap<Subject, Vec<&Statement>> = BTreeMap::new();
    for statement in statements.iter().filter(|statement| {
        can_be_drawn(portal, statement) && statement.period.end_year().is_some()
    }) {
        by_subject.entry(portal.subject(statement)).or_default().push(statement);
    }
    let spans_time = |series: &Vec<&Statement>| {
        series.iter().any(|statement| statement.period.end() != series[0].period.end())
    };
    if !by_subject.values().any(spans_time) {
        return None;
    }
    let series = by_subject
        .into_iter()
        .map(|(subject, mut statements)| {
            statements.sort_by_key(|statement| (statement.period.order(), statement.kind));
            Series {
                label: series_label(portal, &subject, &statements, language),
                points: statements
                    .iter()
                    .filter_map(|statement| point(portal, index, statement, language))
                    .collect(),
            }
        })
        .collect();
    let (path, page) = (caption.path, caption.page);
    let drawn = chart::path(&PathChart {
        id: caption.id,
        language,
        title: caption.title,
        description: caption.description,
        percent: is_percent(portal, statements),
        unit: counted_in(portal, statements, language),
        series,
        source: source_line(
            portal,
            statements.iter().copied().filter(|statement| can_be_drawn(portal, statement)),
            language,
        ),
        licence: licence_line(portal),
    });
    Some(figure(portal, drawn, (path, &page), 0))
}

pub fn point(
    portal: &Portal,
    index: &PortalIndex,
    statement: &Statement,
    language: Language,
) -> Option<Point> {
    Some(Point {
        position: statement.period.end_in_years()?,
        period: period(statement.period, language),
        tick: axis_period(statement.period, language),
        value: statement.goal.value()?,
        high: statement.goal.high(),
        comparator: statement.goal.comparator(),
        kind: mark_kind(statement.kind),
        text: said(portal, statement, language),
        breaks: statement.series_break,
        sets_out: index
            .assessment_of(portal, statement)
            .and_then(|assessment| setting_out(portal, assessment)),
        plan: cited(statement).map(|(plan, _)| plan.0),
        draft: status(portal, statement) == PlanStatus::Draft,
        uncertain: statement.uncertain,
        note: statement.note.as_ref().map(|note| note.get(language).clone()),
        // That nothing is reported before anything is due goes without saying.
        standing: index
            .assessment_of(portal, statement)
            .map(|assessment| standing(portal, assessment))
            .filter(|standing| standing.telling)
            .map(|standing| standing_word(&standing, language).to_owned()),
    })
}

/// The part that a series is of, and the whole where it is not the indicator's.
pub fn series_label(
    portal: &Portal,
    subject: &Subject,
    statements: &[&Statement],
    language: Language,
) -> String {
    let part = breakdown(portal, subject.breakdown, language);
    let first = statements.first().and_then(|first| first.denominator.as_ref());
    let whole = first.filter(|_| subject.denominator.is_some());
    let parts = [part.as_str(), whole.map_or("", |words| words.get(language))];
    parts.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Where the way to a target begins on the axes: at the baseline of its status, unless that finds
/// no way from there.
pub fn setting_out(portal: &Portal, assessment: &Assessment) -> Option<(Decimal, Decimal)> {
    let baseline = portal.statement(assessment.baseline?);
    let has_way = matches!(assessment.verdict.obstacle, None | Some(Obstacle::EarlierReport));
    let level = baseline.goal.value().filter(|_| has_way && can_be_drawn(portal, baseline))?;
    Some((baseline.period.end_in_years()?, level))
}

/// A period under an axis, as short as can be: the marks' tooltips have its words.
pub fn axis_period(span: Period, language: Language) -> String {
    match span {
        Period::SchoolYear(start) => format!("{start}–{}", start + 1),
        Period::Month { year, month } => {
            Date { year, month: Some(month), day: None }.short(language)
        }
        Period::Day(day) => day.short(language),
        Period::HalfYear { year, half } if language == Language::En => format!("H{half} {year}"),
        Period::HalfYear { year, half } => {
            format!("6 tháng {} {year}", if half == 1 { "đầu" } else { "cuối" })
        }
        Period::NineMonths(year) => format!("{} {year}", pick(language, "9 tháng", "9 months")),
        _ => period(span, language),
    }
}
