//! Statements to charts: which of them can be drawn together, in what order, and with what words.
//!
//! A chart is refused where it would say more than the figures do: changes (`reduce by 10`) are not
//! drawn beside levels, and one point alone is a plain statement.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::Serialize;

use super::chart_source::{licence_line, source_line};
use super::markup::push_attribute;
use super::progress::{standing, standing_word};
use crate::address::{address_of, relative, statement_href};
use crate::chart::{self, Bar, BarChart, MarkKind, PathChart, Point, Series};
use crate::compare::{Comparison, comparable, compare};
use crate::index::PortalIndex;
use crate::language::{Language, date::Date, pick};
use crate::portal::{
    Comparator, Measure, Period, PlaceIndex, PlanStatus, Portal, Statement, StatementKind, Subject,
    cited, status,
};
use crate::status::{Assessment, Obstacle};
use crate::wording::{breakdown, measure_name, period, said};

/// A chart on a page.
#[derive(Debug, Serialize)]
pub struct Figure {
    /// The drawing, as HTML.
    pub svg: String,
    /// The same laid out for twice the width, where it gains by that; the stylesheet shows one of
    /// the two.
    pub wide_svg: Option<String>,
    /// Where its figures come from.
    pub source: String,
    /// The way to the drawing's own file.
    pub href: String,
    /// The way to the same as PNG, where the portal has that.
    pub png_href: Option<String>,
    /// The HTML with which another site shows the chart, where the portal has an address.
    pub embed: Option<String>,
    /// How many figures are not drawn, because the chart would be too long, where the drawing does
    /// not say so.
    pub left_out: usize,
    #[serde(skip)]
    pub file: ChartFile,
}

/// A chart as a file of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartFile {
    /// From the site's root.
    pub path: String,
    /// Where the same stands as PNG, where the portal has that.
    pub png_path: Option<String>,
    pub svg: String,
}

/// What a chart says round its marks.
pub struct Caption {
    /// Prefix of the ids in the drawing; unique on its page.
    pub id: String,
    pub title: String,
    pub description: String,
    /// Where the file stands, and the page that shows it, from the site's root.
    pub path: String,
    pub page: String,
}

/// Whether a statement has a level that can stand on an axis. What is replaced has none any more.
pub fn can_be_drawn(portal: &Portal, statement: &Statement) -> bool {
    let comparator = statement.goal.comparator();
    let is_level = !comparator.is_change() && comparator != Comparator::Before;
    let measure = &portal.indicator(statement.indicator).measure;
    let stands = statement.replaced_by.is_none();
    statement.goal.value().is_some()
        && stands
        && is_level
        && !matches!(measure, Measure::Milestone | Measure::Date)
}

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

/// What a bar chart shows of the statements given.
pub struct Bars<'call> {
    /// How many bars it has at most: the first ones.
    pub most: usize,
    /// The page that the bars link from; none where the table beside it has the links, so that a
    /// page stays small.
    pub from: Option<&'call str>,
    /// The place that the page is about, where others stand beside it.
    pub about: Option<PlaceIndex>,
    /// How many figures more the page's tables have, that are not among the statements because they
    /// are not for this scale.
    pub others: usize,
    pub index: &'call PortalIndex,
}

/// Figures side by side, in the order given. `None` unless there are two.
pub fn bars(
    portal: &Portal,
    statements: &[&Statement],
    language: Language,
    caption: Caption,
    shown: Bars,
    label: impl Fn(&Statement) -> [String; 2],
) -> Option<Figure> {
    let drawable: Vec<&Statement> =
        statements.iter().copied().filter(|statement| can_be_drawn(portal, statement)).collect();
    let bars: Vec<Bar> = drawable
        .iter()
        .take(shown.most)
        .filter_map(|statement| bar(portal, statement, language, &shown, &label))
        .collect();
    if bars.len() < 2 {
        return None;
    }
    let left_out = drawable.len() - bars.len() + shown.others;
    // Lifted from its page, a chart of targets must not be read as one of what was reached.
    let title = match drawable
        .iter()
        .take(shown.most)
        .all(|statement| statement.kind == StatementKind::Target)
    {
        true => format!("{}: {}", caption.title, pick(language, "mục tiêu", "targets")),
        false => caption.title,
    };
    let (path, page) = (caption.path, caption.page);
    let drawn = chart::bars(&BarChart {
        id: caption.id,
        language,
        title,
        description: caption.description,
        percent: is_percent(portal, statements),
        bars,
        left_out,
        source: source_line(portal, drawable.iter().copied().take(shown.most), language),
        licence: licence_line(portal),
    });
    // The drawing itself says how many it leaves out.
    Some(figure(portal, drawn, (path, &page), 0))
}

/// A drawing with its files: where they stand, and the page that shows it, from the site's root.
pub fn figure(
    portal: &Portal,
    drawn: chart::Chart,
    (path, page): (String, &str),
    left_out: usize,
) -> Figure {
    let png = |path: &str| portal.png.then(|| format!("{}.png", path.trim_end_matches(".svg")));
    let href = relative(page, &path);
    let embed = portal
        .site_url
        .as_deref()
        .map(|site| embed(&drawn.title, &address_of(site, page), &address_of(site, &path)));
    Figure {
        svg: drawn.inline,
        wide_svg: drawn.wide,
        source: drawn.source,
        png_href: png(&href),
        href,
        embed,
        left_out,
        file: ChartFile { png_path: png(&path), path, svg: drawn.standalone },
    }
}

/// The HTML with which another site shows a chart: the picture, as wide as there is room, leads to
/// the page that proves it.
fn embed(title: &str, page: &str, chart: &str) -> String {
    let mut html = String::from("<a");
    push_attribute(&mut html, "href", page);
    html.push_str("><img");
    push_attribute(&mut html, "src", chart);
    push_attribute(&mut html, "alt", title);
    html.push_str(" width=\"100%\" loading=\"lazy\"></a>");
    html
}

pub(super) fn is_percent(portal: &Portal, statements: &[&Statement]) -> bool {
    statements
        .iter()
        .all(|statement| portal.indicator(statement.indicator).measure == Measure::Percent)
}

/// The unit of figures that are counted; empty for others.
fn counted_in(portal: &Portal, statements: &[&Statement], language: Language) -> String {
    let measure =
        statements.first().map(|statement| &portal.indicator(statement.indicator).measure);
    measure
        .filter(|measure| matches!(measure, Measure::Counted(_)))
        .map_or_else(String::new, |measure| measure_name(portal, measure, language))
}

pub(super) fn mark_kind(kind: StatementKind) -> MarkKind {
    match kind {
        StatementKind::Baseline => MarkKind::Baseline,
        StatementKind::Result => MarkKind::Result,
        StatementKind::Target | StatementKind::Deadline => MarkKind::Target,
        StatementKind::Aim => MarkKind::Aim,
    }
}

fn point(
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
fn series_label(
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
fn setting_out(portal: &Portal, assessment: &Assessment) -> Option<(Decimal, Decimal)> {
    let baseline = portal.statement(assessment.baseline?);
    let has_way = matches!(assessment.verdict.obstacle, None | Some(Obstacle::EarlierReport));
    let level = baseline.goal.value().filter(|_| has_way && can_be_drawn(portal, baseline))?;
    Some((baseline.period.end_in_years()?, level))
}

fn bar(
    portal: &Portal,
    statement: &Statement,
    language: Language,
    shown: &Bars,
    label: impl Fn(&Statement) -> [String; 2],
) -> Option<Bar> {
    let [label, detail] = label(statement);
    // Two bars of one name would look like a slip.
    let conflict = shown
        .index
        .contradicted_by(portal, statement)
        .map_or("", |_| pick(language, "mâu thuẫn", "in conflict"));
    let detail = [detail.as_str(), conflict]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    Some(Bar {
        label,
        detail,
        value: statement.goal.value()?,
        high: statement.goal.high(),
        comparator: statement.goal.comparator(),
        kind: mark_kind(statement.kind),
        text: said(portal, statement, language),
        emphasised: shown.about == Some(statement.place),
        draft: status(portal, statement) == PlanStatus::Draft,
        href: shown.from.map(|from| statement_href(portal, statement, language, from)),
    })
}

/// A period under an axis, as short as can be: the marks' tooltips have its words.
fn axis_period(span: Period, language: Language) -> String {
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

/// One side of a comparison; the figure of a draft says so.
pub(super) fn level(
    portal: &Portal,
    statement: &Statement,
    language: Language,
) -> Option<chart::Level> {
    let text = said(portal, statement, language);
    Some(chart::Level {
        value: statement.goal.value()?,
        high: statement.goal.high(),
        comparator: statement.goal.comparator(),
        text: if status(portal, statement) == PlanStatus::Draft {
            format!("{text} ({})", pick(language, "dự thảo", "draft"))
        } else {
            text
        },
    })
}

/// Of the statements the targets that can stand on one scale: for one time and measured against one
/// thing, those that most places have, and among as many the latest; and demanded in ways that can
/// be compared. A commune has fewer things than its province by its size alone, so counts of the
/// two are not mixed.
pub fn on_one_scale<'portal>(
    portal: &'portal Portal,
    statements: &[&'portal Statement],
) -> Vec<&'portal Statement> {
    let drawn: Vec<&Statement> = statements
        .iter()
        .copied()
        .filter(|statement| {
            statement.kind == StatementKind::Target && can_be_drawn(portal, statement)
        })
        .collect();
    let scale = |statement: &'portal Statement| {
        let by_size = matches!(&portal.indicator(statement.indicator).measure, Measure::Counted(unit) if unit.starts_with("count:"));
        let about = comparable(portal, statement);
        (
            about.time,
            about.subject.denominator,
            by_size && portal.place(statement.place).parent.is_some(),
        )
    };
    let mut places: BTreeMap<_, BTreeSet<PlaceIndex>> = BTreeMap::new();
    for &statement in &drawn {
        places.entry(scale(statement)).or_default().insert(statement.place);
    }
    let Some(most) = places
        .into_iter()
        .max_by_key(|(scale, places)| (places.len(), scale.clone()))
        .map(|(scale, _)| scale)
    else {
        return Vec::new();
    };
    let mut alike: Vec<&Statement> =
        drawn.into_iter().filter(|statement| scale(statement) == most).collect();
    if let Some(first) = alike.first().map(|first| (first.indicator, first.goal)) {
        alike.retain(|statement| {
            compare(portal.indicator(first.0).direction, statement.goal, first.1)
                != Comparison::Unlike
        });
    }
    alike
}

/// How many targets that could be drawn alone are not among those that are drawn together.
pub fn not_on_one_scale(portal: &Portal, statements: &[&Statement], shown: &[&Statement]) -> usize {
    let latest = latest_targets(portal, statements);
    latest
        .iter()
        .filter(|statement| !shown.iter().any(|shown| std::ptr::eq(*shown, **statement)))
        .count()
}

/// The targets that count now: of each subject at each place the one with the latest end, and of
/// those the one of the newest plan. Superseded plans count only where nothing else does. In the
/// order given.
pub fn latest_targets<'portal>(
    portal: &'portal Portal,
    statements: &[&'portal Statement],
) -> Vec<&'portal Statement> {
    let rank = |statement: &Statement| {
        let plan = cited(statement).map(|(plan, _)| portal.plan(plan));
        let in_force = status(portal, statement) != PlanStatus::Superseded;
        (in_force, statement.period.end(), plan.map(|plan| plan.date))
    };
    let subject = |statement: &'portal Statement| (statement.place, portal.subject(statement));
    let drawn = || {
        statements.iter().copied().filter(|statement| {
            statement.kind == StatementKind::Target && can_be_drawn(portal, statement)
        })
    };
    let mut best = BTreeMap::new();
    for statement in drawn() {
        let known = best.entry(subject(statement)).or_insert_with(|| rank(statement));
        *known = rank(statement).max(*known);
    }
    drawn().filter(|statement| best.get(&subject(statement)) == Some(&rank(statement))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::{Goal, sample};

    /// The sample's targets on nursery enrolment: Lạng Sơn for 2025 and 2030, Bằng Mạc and Cao Bằng
    /// for 2030.
    fn together(change: impl FnOnce(&mut Portal)) -> Vec<String> {
        let mut portal = sample::portal();
        change(&mut portal);
        let statements: Vec<&Statement> =
            portal.statements.iter().filter(|statement| statement.indicator.0 == 0).collect();
        on_one_scale(&portal, &statements)
            .iter()
            .map(|statement| format!("{} {}", portal.place(statement.place).slug, statement.id))
            .collect()
    }

    #[test]
    fn a_way_sets_out_from_the_baseline_of_the_status_and_from_nothing_else() {
        let drawn = |change: &dyn Fn(&mut Portal)| {
            let mut portal = sample::portal();
            change(&mut portal);
            let statements: Vec<&Statement> = portal
                .statements
                .iter()
                .filter(|statement| statement.indicator.0 == 0 && statement.place.0 == 0)
                .collect();
            let [path, page] = ["a.svg", "a.html"].map(str::to_owned);
            let caption = Caption {
                id: "a".to_owned(),
                title: "A".to_owned(),
                description: String::new(),
                path,
                page,
            };
            super::path(&portal, &PortalIndex::new(&portal), &statements, Language::Vi, caption)
                .map(|figure| figure.svg)
        };
        let with_baseline = drawn(&|_| {}).expect("a path");
        assert!(with_baseline.contains("lộ trình cần đạt"), "{with_baseline}");
        let without = drawn(&|portal| {
            portal.statements.retain(|statement| matches!(statement.kind, StatementKind::Target))
        });
        assert!(without.is_none_or(|svg| !svg.contains("lộ trình cần đạt")));
    }

    #[test]
    fn only_what_is_meant_for_one_year_in_ways_that_can_be_compared_is_drawn_together() {
        let all = together(|_| {});
        assert!(all.len() > 1 && all.iter().all(|said| said.ends_with("2030")), "{all:?}");
        let apart = together(|portal| {
            let commune = portal
                .statements
                .iter_mut()
                .find(|statement| statement.place == PlaceIndex(1))
                .expect("one");
            commune.period = Period::Year(2027);
        });
        assert!(
            apart.len() == all.len() - 1 && !apart.iter().any(|said| said.starts_with("bang-mac")),
            "{apart:?}"
        );
        let ceiling = together(|portal| {
            let commune = portal
                .statements
                .iter_mut()
                .find(|statement| statement.place == PlaceIndex(1))
                .expect("one");
            commune.goal = Goal::Value { comparator: Comparator::AtMost, value: 90.into() };
        });
        assert_eq!(ceiling, apart);
        let counted = together(|portal| {
            portal.indicators[0].measure = Measure::Counted("count:school".to_owned())
        });
        assert_eq!(counted, apart, "a commune has fewer by its size");
    }
}
