//! What the newer plans of a place changed against those before them. Both stand unless a plan says otherwise.

use std::collections::BTreeMap;

use serde::Serialize;

use super::PortalIndex;
use super::figures::{Figure, can_be_drawn, figure, is_percent, level, licence_line, source_line};
use super::portal_index::cited;
use super::route::{Page, Route, relative};
use super::row::{Link, PlanLine, Row, plan_line, row, statement_href};
use super::wording::{breakdown, dated_name, goal, pick};
use crate::chart::{self, Slope, SlopeChart};
use crate::compare::{Change, Revision, Revisions, revisions};
use crate::language::Language;
use crate::portal::{Measure, PlaceIndex, PlanIndex, PlanStatus, Portal, Statement, StatementIndex};

#[derive(Debug, Serialize)]
pub struct RevisionsView<'portal> {
    pub place: Link<'portal>,
    pub parent: Option<Link<'portal>>,
    /// The newest plan first.
    pub steps: Vec<Step<'portal>>,
}

/// A plan against the one before it.
#[derive(Debug, Serialize)]
pub struct Step<'portal> {
    pub anchor: &'portal str,
    pub older: PlanLine<'portal>,
    pub newer: PlanLine<'portal>,
    pub replaces: bool,
    /// The targets that can be drawn, from plan to plan.
    pub figure: Option<Figure>,
    pub revised: Vec<Revised<'portal>>,
    pub added: Vec<Row<'portal>>,
    /// Dropped, if the newer plan replaces the older one; else it still stands there.
    pub not_repeated: Vec<Row<'portal>>,
}

/// A target in two successive plans.
#[derive(Debug, Serialize)]
pub struct Revised<'portal> {
    /// `stronger`, `weaker`, `reworded`, `kept`, `unlike`.
    pub change: &'static str,
    /// `raised`, `lowered`; none where the value is the same, or there is none.
    pub moved: Option<&'static str>,
    pub older: Row<'portal>,
    pub newer: Row<'portal>,
}

pub fn view<'portal>(portal: &'portal Portal, index: &PortalIndex, at: PlaceIndex, language: Language, path: &str) -> RevisionsView<'portal> {
    let plans: Vec<(PlanIndex, &[StatementIndex])> = index.plans_of(at).iter().map(|&plan| (plan, index.of_plan(plan))).collect();
    let link = |place: PlaceIndex| Link {
        name: portal.place(place).name.get(language),
        href: relative(path, &Route::Page(language, Page::Place(place)).path(portal)),
    };
    RevisionsView {
        place: link(at),
        parent: portal.place(at).parent.map(link),
        steps: revisions(portal, &plans).into_iter().rev().map(|found| step(portal, index, at, found, language, path)).collect(),
    }
}

fn step<'portal>(portal: &'portal Portal, index: &PortalIndex, at: PlaceIndex, found: Revisions, language: Language, path: &str) -> Step<'portal> {
    let line = |plan: PlanIndex| plan_line(portal, plan, index.of_plan(plan).len(), language, path);
    let rows = |positions: Vec<StatementIndex>| -> Vec<Row<'portal>> {
        positions.into_iter().map(|position| row(portal, index, portal.statement(position), language, path)).collect()
    };
    let Revisions { older, newer, replaces, mut revised, added, not_repeated } = found;
    // What changed comes before what was kept; else in the order of the catalogue.
    revised.sort_by_key(|revision| revision.change);
    Step {
        anchor: &portal.plan(newer).slug,
        older: line(older),
        newer: line(newer),
        replaces,
        figure: step_slopes(portal, at, (older, newer), &revised, language, path),
        revised: revised.iter().map(|revision| revised_row(portal, index, revision, language, path)).collect(),
        added: rows(added),
        not_repeated: rows(not_repeated),
    }
}

fn revised_row<'portal>(portal: &'portal Portal, index: &PortalIndex, revision: &Revision, language: Language, path: &str) -> Revised<'portal> {
    let (older, newer) = (portal.statement(revision.older), portal.statement(revision.newer));
    let moved = older.goal.value().zip(newer.goal.value()).filter(|_| revision.change != Change::Unlike).and_then(|(older, newer)| match newer.cmp(&older) {
        std::cmp::Ordering::Less => Some("lowered"),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some("raised"),
    });
    Revised {
        change: match revision.change {
            Change::Stronger => "stronger",
            Change::Weaker => "weaker",
            Change::Reworded => "reworded",
            Change::Kept => "kept",
            Change::Unlike => "unlike",
        },
        moved,
        older: row(portal, index, older, language, path),
        newer: row(portal, index, newer, language, path),
    }
}

/// The same target in successive plans, among the statements of one indicator at one place; newest first.
pub fn successive<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    positions: &[StatementIndex],
    language: Language,
    path: &str,
) -> Vec<Revised<'portal>> {
    let steps = between_plans(portal, positions).into_iter().rev();
    steps.flat_map(|step| step.revised).map(|revision| revised_row(portal, index, &revision, language, path)).collect()
}

/// What a newer plan says of a target.
#[derive(Debug, Serialize)]
pub struct Newer {
    /// With its date, in a sentence.
    pub plan: String,
    /// The target there.
    pub href: String,
    pub value: String,
    /// Whether it says the same.
    pub kept: bool,
    /// Whether that plan is a draft, and whether it says that it replaces the older one.
    pub draft: bool,
    pub replaces: bool,
}

/// For each statement of one indicator at one place that a newer plan speaks of, what that plan says.
pub fn newer(portal: &Portal, positions: &[StatementIndex], language: Language, path: &str) -> BTreeMap<StatementIndex, Newer> {
    let steps = between_plans(portal, positions);
    let of_step = |step: Revisions| {
        let plan = portal.plan(step.newer);
        let newer = move |revision: Revision| {
            let statement = portal.statement(revision.newer);
            let said = Newer {
                plan: dated_name(plan, language),
                href: statement_href(portal, statement, language, path),
                value: goal(portal, &portal.indicator(statement.indicator).measure, statement.goal, language),
                kept: revision.change == Change::Kept,
                draft: plan.status == PlanStatus::Draft,
                replaces: step.replaces,
            };
            (revision.older, said)
        };
        step.revised.into_iter().map(newer).collect::<Vec<_>>()
    };
    steps.into_iter().flat_map(of_step).collect()
}

/// The successive plans among the statements of one indicator at one place.
fn between_plans(portal: &Portal, positions: &[StatementIndex]) -> Vec<Revisions> {
    let by_plan = by_plan(portal, positions);
    let plans: Vec<(PlanIndex, &[StatementIndex])> = by_plan.iter().map(|(&plan, positions)| (plan, positions.as_slice())).collect();
    revisions(portal, &plans)
}

/// How many targets a chart shows: those that changed come first.
const MOST_SLOPES: usize = 8;

/// The percentages of two successive plans of a place.
fn step_slopes(portal: &Portal, at: PlaceIndex, plans: (PlanIndex, PlanIndex), revised: &[Revision], language: Language, path: &str) -> Option<Figure> {
    let percentages: Vec<&Revision> = revised.iter().filter(|revision| is_percentage(portal, revision)).collect();
    let newer = &portal.plan(plans.1).slug;
    let chart_path = Route::Page(language, Page::Revisions(at)).named_chart_path(portal, newer);
    let words = Words {
        id: format!("slopes-{newer}"),
        title: format!("{}: {}", portal.place(at).name.get(language), pick(language, "mục tiêu qua hai kế hoạch", "targets from plan to plan")),
    };
    let label = |statement: &Statement| {
        let split = breakdown(portal, &statement.breakdown, language);
        let name = portal.indicator(statement.indicator).name.get(language);
        if split.is_empty() { name.clone() } else { format!("{name}, {split}") }
    };
    slopes(portal, plans, &percentages, words, (chart_path, path), language, label)
}

fn is_percentage(portal: &Portal, revision: &Revision) -> bool {
    portal.indicator(portal.statement(revision.newer).indicator).measure == Measure::Percent
}

/// The newest step of the plans that have the same target on one indicator at one place, with its breakdowns.
pub fn indicator_slopes(portal: &Portal, positions: &[StatementIndex], route: Route, title: &str, language: Language, path: &str) -> Option<Figure> {
    let chart_path = route.named_chart_path(portal, pick(language, "thay-doi", "revisions"));
    between_plans(portal, positions).iter().rev().find_map(|step| {
        let words = Words { id: "slopes".to_owned(), title: title.to_owned() };
        let revised: Vec<&Revision> = step.revised.iter().collect();
        let place = (chart_path.clone(), path);
        slopes(portal, (step.older, step.newer), &revised, words, place, language, |statement| breakdown(portal, &statement.breakdown, language))
    })
}

struct Words {
    id: String,
    title: String,
}

fn slopes(
    portal: &Portal,
    plans: (PlanIndex, PlanIndex),
    revised: &[&Revision],
    words: Words,
    (chart_path, path): (String, &str),
    language: Language,
    label: impl Fn(&Statement) -> String,
) -> Option<Figure> {
    let drawable: Vec<(&Statement, &Statement, Change)> = revised
        .iter()
        .filter(|revision| revision.change != Change::Unlike)
        .map(|revision| (portal.statement(revision.older), portal.statement(revision.newer), revision.change))
        .filter(|(older, newer, _)| can_be_drawn(portal, older) && can_be_drawn(portal, newer))
        .collect();
    let shown = &drawable[..drawable.len().min(MOST_SLOPES)];
    let slopes: Vec<Slope> = shown
        .iter()
        .filter_map(|&(older, newer, change)| {
            Some(Slope {
                label: label(newer),
                before: level(portal, older, language)?,
                after: level(portal, newer, language)?,
                words: change_words(older, newer, change, language),
            })
        })
        .collect();
    if slopes.is_empty() {
        return None;
    }
    let named = |plan: PlanIndex| {
        let plan = portal.plan(plan);
        let name = plan.number.clone().unwrap_or_else(|| super::wording::plan_name(plan, language));
        let draft = if plan.status == PlanStatus::Draft { format!(", {}", pick(language, "dự thảo", "draft")) } else { String::new() };
        format!("{name} ({}{draft})", plan.date.year)
    };
    let plans = [plans.0, plans.1].map(named);
    let statements: Vec<&Statement> = shown.iter().map(|(_, newer, _)| *newer).collect();
    let count = |way: std::cmp::Ordering| shown.iter().filter(|(older, newer, _)| newer.goal.value().cmp(&older.goal.value()) == way).count();
    let (raised, kept, lowered) = (count(std::cmp::Ordering::Greater), count(std::cmp::Ordering::Equal), count(std::cmp::Ordering::Less));
    let chart = SlopeChart {
        id: words.id,
        language,
        title: words.title,
        description: match language {
            Language::Vi => format!("{} so với {}: {raised} mức được nâng, {kept} mức giữ nguyên, {lowered} mức hạ xuống.", plans[1], plans[0]),
            Language::En => format!("{} against {}: raised {raised}, kept {kept}, lowered {lowered}.", plans[1], plans[0]),
        },
        percent: is_percent(portal, &statements),
        plans,
        slopes,
        source: source_line(portal, language),
        licence: licence_line(portal),
    };
    Some(figure(portal, chart::slopes(&chart), (chart_path, path), drawable.len() - shown.len()))
}

/// What became of a target: the figure first, then the demand where that is another thing.
fn change_words(older: &Statement, newer: &Statement, change: Change, language: Language) -> String {
    let moved = match newer.goal.value().cmp(&older.goal.value()) {
        std::cmp::Ordering::Greater => pick(language, "nâng mức", "raised"),
        std::cmp::Ordering::Less => pick(language, "hạ mức", "lowered"),
        std::cmp::Ordering::Equal => pick(language, "cùng mức", "same value"),
    };
    let demand = match change {
        Change::Stronger => pick(language, "đòi hỏi cao hơn", "demands more"),
        Change::Weaker => pick(language, "đòi hỏi thấp hơn", "demands less"),
        Change::Reworded => pick(language, "cách nói khác", "said in other words"),
        Change::Kept => return pick(language, "giữ nguyên", "kept").to_owned(),
        Change::Unlike => return moved.to_owned(),
    };
    format!("{moved}, {demand}")
}

fn by_plan(portal: &Portal, positions: &[StatementIndex]) -> BTreeMap<PlanIndex, Vec<StatementIndex>> {
    let mut by_plan: BTreeMap<PlanIndex, Vec<StatementIndex>> = BTreeMap::new();
    for &position in positions {
        if let Some((plan, _)) = cited(portal.statement(position)) {
            by_plan.entry(plan).or_default().push(position);
        }
    }
    by_plan
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;
    use crate::portal::{IndicatorIndex, Period};

    fn revisions_of_lang_son(portal: &Portal) -> RevisionsView<'_> {
        let path = Route::Page(Language::En, Page::Revisions(PlaceIndex(0))).path(portal);
        view(portal, &PortalIndex::new(portal), PlaceIndex(0), Language::En, &path)
    }

    #[test]
    fn plans_that_end_in_different_years_share_nothing() {
        let portal = sample::portal();
        let view = revisions_of_lang_son(&portal);
        assert_eq!(view.steps.len(), 1);
        assert!(view.steps[0].revised.is_empty() && !view.steps[0].replaces);
    }

    #[test]
    fn a_raised_target_is_stronger_and_stands_on_its_own_page_too() {
        let mut portal = sample::portal();
        portal.statements[0].period = Period::Stage { from: 2026, to: 2030 };
        let view = revisions_of_lang_son(&portal);
        let revised = &view.steps[0].revised[0];
        assert_eq!((revised.change, revised.moved), ("stronger", Some("raised")));
        assert_eq!((revised.older.value.as_str(), revised.newer.value.as_str()), ("30%", "48.5%"));
        let figure = view.steps[0].figure.as_ref().expect("a slope");
        assert_eq!((figure.file.path.as_str(), figure.left_out), ("en/places/lang-son/revisions.243-2025.svg", 0));
        assert!(figure.svg.contains("243/KH-UBND (2025) against 43/KH-UBND (2022): raised 1, kept 0, lowered 0."), "{}", figure.svg);
        assert!(figure.svg.contains("raised, demands more"));
        let index = PortalIndex::new(&portal);
        let here = successive(&portal, &index, index.at(IndicatorIndex(0), PlaceIndex(0)), Language::En, "en/x.html");
        assert_eq!(here.len(), 1);
        let said = newer(&portal, index.at(IndicatorIndex(0), PlaceIndex(0)), Language::En, "en/x.html");
        let said: Vec<_> = said.into_iter().map(|(older, newer)| (older, newer.plan, newer.value, newer.replaces)).collect();
        assert_eq!(said, [(StatementIndex(0), "Plan 243/KH-UBND of 27 September 2025".to_owned(), "48.5%".to_owned(), false)]);
        assert!(successive(&portal, &index, index.at(IndicatorIndex(0), PlaceIndex(1)), Language::En, "en/x.html").is_empty());
    }
}
