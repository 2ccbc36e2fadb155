//! What the newer plans of a place changed against earlier ones. Both stand unless a plan says
//! otherwise.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde::Serialize;

use super::between_plans::between_plans;
use super::slopes::step_slopes;
use crate::address::{Page, Route, relative, step_anchor};
use crate::compare::{Change, Comparison, Revision, Revisions, revisions};
use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::figure::captioned::Figure;
use crate::page::parts::link::{Link, PlanLine, plan_line};
use crate::page::parts::row::{Row, row};
use crate::portal::{
    IndicatorIndex, PlaceIndex, PlanIndex, PlanStatus, Portal, Statement, StatementIndex,
};

#[derive(Debug, Serialize)]
pub struct RevisionsView<'portal> {
    pub place: Link<'portal>,
    pub parent: Option<Link<'portal>>,
    /// The newest plan first.
    pub steps: Vec<Step<'portal>>,
}

/// A plan against an earlier one.
#[derive(Debug, Serialize)]
pub struct Step<'portal> {
    pub anchor: String,
    pub older: PlanLine<'portal>,
    pub newer: PlanLine<'portal>,
    pub replaces: bool,
    /// Whether the older plan is still in force.
    pub older_stands: bool,
    /// The targets that can be drawn, from plan to plan.
    pub figure: Option<Figure>,
    pub revised: Vec<Revised<'portal>>,
    pub dropped: Vec<DroppedRow<'portal>>,
    pub added: Vec<LoneRow<'portal>>,
    /// What only the older plan promises.
    pub not_repeated: Vec<LoneRow<'portal>>,
}

/// A target in two plans.
#[derive(Debug, Serialize)]
pub struct Revised<'portal> {
    /// `raised`, `lowered`, `comparator` ...: see [`change_name`].
    pub change: &'static str,
    /// What is to be said besides: `more`, `figure_falls` ...
    pub detail: Option<&'static str>,
    pub older: Row<'portal>,
    pub newer: Row<'portal>,
}

/// A target that the newer plan says it drops.
#[derive(Debug, Serialize)]
pub struct DroppedRow<'portal> {
    pub row: Row<'portal>,
    pub reason: &'portal str,
}

/// A target of one plan alone.
#[derive(Debug, Serialize)]
pub struct LoneRow<'portal> {
    pub row: Row<'portal>,
    /// Against what it is measured, where that is something of its own.
    pub denominator: Option<&'portal str>,
    /// Whether the other plan speaks of the indicator too, split, measured or dated in another way.
    pub otherwise: bool,
}

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: PlaceIndex,
    language: Language,
    path: &str,
) -> RevisionsView<'portal> {
    let link = |place: PlaceIndex| Link {
        name: portal.place(place).name.get(language),
        href: relative(path, &Route::Page(language, Page::Place(place)).path(portal)),
    };
    let steps = revisions(portal, index.plans_of(at), index.of_place(at));
    RevisionsView {
        place: link(at),
        parent: portal.place(at).parent.map(link),
        steps: steps
            .into_iter()
            .rev()
            .map(|found| step(portal, index, at, found, language, path))
            .collect(),
    }
}

fn step<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: PlaceIndex,
    found: Revisions,
    language: Language,
    path: &str,
) -> Step<'portal> {
    let line = |plan: PlanIndex| plan_line(portal, plan, index.of_plan(plan).len(), language, path);
    let row =
        |position: StatementIndex| row(portal, index, portal.statement(position), language, path);
    let anchor = step_anchor(portal, &found);
    let Revisions { older, newer, replaces, number: _, mut revised, dropped, added, not_repeated } =
        found;
    let lone = |positions: Vec<StatementIndex>, other: PlanIndex| -> Vec<LoneRow<'portal>> {
        let indicators: BTreeSet<IndicatorIndex> = index
            .of_plan(other)
            .iter()
            .map(|&position| portal.statement(position).indicator)
            .collect();
        let lone = |position: StatementIndex| {
            let statement = portal.statement(position);
            let denominator =
                statement.denominator.as_ref().map(|words| words.get(language).as_str());
            LoneRow {
                row: row(position),
                denominator,
                otherwise: indicators.contains(&statement.indicator),
            }
        };
        positions.into_iter().map(lone).collect()
    };
    // What changed comes before what was kept; else in the order of the catalogue.
    revised.sort_by_key(|revision| revision.change);
    let reason = |target: StatementIndex| {
        portal.plan(newer).dropped.iter().find(|dropped| dropped.target == target)
    };
    Step {
        figure: step_slopes(portal, at, (older, newer), &anchor, &revised, language, path),
        anchor,
        older: line(older),
        newer: line(newer),
        replaces,
        older_stands: portal.plan(older).status != PlanStatus::Superseded,
        revised: revised
            .iter()
            .map(|revision| revised_row(portal, index, revision, language, path))
            .collect(),
        dropped: dropped
            .into_iter()
            .filter_map(|target| {
                Some(DroppedRow { row: row(target), reason: reason(target)?.reason.get(language) })
            })
            .collect(),
        added: lone(added, older),
        not_repeated: lone(not_repeated, newer),
    }
}

/// The name by which the theme's words and classes know a change.
pub fn change_name(change: Change) -> &'static str {
    match change {
        Change::Raised => "raised",
        Change::Lowered => "lowered",
        Change::ComparatorOnly(_) => "comparator",
        Change::Postponed => "postponed",
        Change::Advanced => "advanced",
        Change::LaterAndLess => "later_and_less",
        Change::SoonerAndMore => "sooner_and_more",
        Change::Further => "further",
        Change::Nearer => "nearer",
        Change::CarriedOn => "carried_on",
        Change::Unlike => "unlike",
        Change::Kept => "kept",
    }
}

/// What a change wants said besides: how a demand stands to another where its name does not tell,
/// and why a figure goes the other way.
fn change_detail(older: &Statement, newer: &Statement, change: Change) -> Option<&'static str> {
    let falls = older.goal.value().zip(newer.goal.value()).map(|(older, newer)| newer.cmp(&older));
    match change {
        Change::Raised if falls == Some(Ordering::Less) => Some("figure_falls"),
        Change::Lowered if falls == Some(Ordering::Greater) => Some("figure_rises"),
        Change::ComparatorOnly(Comparison::More) => Some("more"),
        Change::ComparatorOnly(Comparison::Less) => Some("less"),
        Change::ComparatorOnly(_) => Some("same"),
        Change::Postponed => Some("postponed"),
        Change::Advanced => Some("advanced"),
        Change::Further => Some("further"),
        Change::Nearer => Some("nearer"),
        Change::CarriedOn => Some("carried_on"),
        Change::Unlike if older.period.end() != newer.period.end() => Some("other_year"),
        Change::Raised
        | Change::Lowered
        | Change::LaterAndLess
        | Change::SoonerAndMore
        | Change::Unlike
        | Change::Kept => None,
    }
}

fn revised_row<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    revision: &Revision,
    language: Language,
    path: &str,
) -> Revised<'portal> {
    let (older, newer) = (portal.statement(revision.older), portal.statement(revision.newer));
    Revised {
        change: change_name(revision.change),
        detail: change_detail(older, newer, revision.change),
        older: row(portal, index, older, language, path),
        newer: row(portal, index, newer, language, path),
    }
}

/// The same target in successive plans, among the statements of one indicator at one place; newest
/// first.
pub fn successive<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    positions: &[StatementIndex],
    language: Language,
    path: &str,
) -> Vec<Revised<'portal>> {
    let steps = between_plans(portal, positions).into_iter().rev();
    steps
        .flat_map(|step| step.revised)
        .map(|revision| revised_row(portal, index, &revision, language, path))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Localized;
    use crate::page::comparison::newer::newer;
    use crate::portal::{Direction, Dropped, Goal, Period, Relation, RelationKind, sample};

    fn revisions_of_lang_son(portal: &Portal) -> RevisionsView<'_> {
        let path = Route::Page(Language::En, Page::Revisions(PlaceIndex(0))).path(portal);
        view(portal, &PortalIndex::new(portal), PlaceIndex(0), Language::En, &path)
    }

    #[test]
    fn a_further_step_for_another_year_is_told_with_both_years_and_not_drawn() {
        let portal = sample::portal();
        let view = revisions_of_lang_son(&portal);
        let [step] = &view.steps[..] else { panic!("one step") };
        let [revised] = &step.revised[..] else { panic!("one revision") };
        assert_eq!(
            (
                revised.change,
                revised.detail,
                revised.older.period.as_str(),
                revised.newer.period.as_str()
            ),
            ("further", Some("further"), "2021–2025", "2030")
        );
        assert!(step.figure.is_none() && !step.replaces && step.older_stands);
        let index = PortalIndex::new(&portal);
        let said = newer(
            &portal,
            &index,
            index.at(IndicatorIndex(0), PlaceIndex(0)),
            Language::En,
            "en/x.html",
        );
        assert_eq!(
            said.values().map(|newer| newer.period.as_deref()).collect::<Vec<_>>(),
            [Some("2030")]
        );
    }

    #[test]
    fn a_figure_that_falls_where_lower_is_better_is_raised_and_says_why() {
        let mut portal = sample::portal();
        portal.indicators[0].direction = Direction::Down;
        portal.statements[0].period = Period::Year(2030);
        let view = revisions_of_lang_son(&portal);
        assert_eq!(
            (view.steps[0].revised[0].change, view.steps[0].revised[0].detail),
            ("lowered", Some("figure_rises"))
        );
    }

    #[test]
    fn a_dropped_target_has_its_reason_on_both_pages() {
        let mut portal = sample::portal();
        let reason = Localized::text("Đã xong.", "Done.");
        portal.plans[1].relations.push(Relation::to_plan(RelationKind::Replaces, PlanIndex(0)));
        portal.plans[1].dropped.push(Dropped { target: StatementIndex(1), reason });
        let view = revisions_of_lang_son(&portal);
        assert_eq!(
            view.steps[0].dropped.iter().map(|dropped| dropped.reason).collect::<Vec<_>>(),
            ["Done."]
        );
        assert!(view.steps[0].not_repeated.is_empty());
        let index = PortalIndex::new(&portal);
        let indicator = portal.statements[1].indicator;
        let said = newer(
            &portal,
            &index,
            index.at(indicator, PlaceIndex(0)),
            Language::En,
            "en/places/lang-son/indicators/x.html",
        );
        let dropped =
            said.get(&StatementIndex(1)).map(|newer| (newer.dropped, newer.href.as_str()));
        assert_eq!(dropped, Some((Some("Done."), "../plans/243-2025.html")));
    }

    #[test]
    fn a_raised_target_is_drawn_and_stands_on_its_own_page_too() {
        let mut portal = sample::portal();
        portal.statements[0].period = Period::Stage { from: 2026, to: 2030 };
        let view = revisions_of_lang_son(&portal);
        let revised = &view.steps[0].revised[0];
        assert_eq!((revised.change, revised.detail), ("raised", None));
        assert_eq!((revised.older.value.as_str(), revised.newer.value.as_str()), ("30%", "48.5%"));
        let figure = view.steps[0].figure.as_ref().expect("a slope");
        assert_eq!(
            (figure.file.path.as_str(), figure.left_out),
            ("en/places/lang-son/revisions.243-2025.svg", 0)
        );
        assert!(
            figure.svg.contains(
                "243/KH-UBND (2025) against 43/KH-UBND (2022): raised 1, kept 0, lowered 0."
            ),
            "{}",
            figure.svg
        );
        assert!(figure.svg.contains("raised, demands more"));
        // A milestone that both plans have is kept, and no chart can show it.
        let milestone = Statement {
            id: "kept-2030".to_owned(),
            goal: Goal::Complete,
            period: Period::Year(2030),
            ..portal.statements[1].clone()
        };
        let mut again = portal.statements[2].clone();
        (again.id, again.goal, again.indicator) =
            ("kept-again-2030".to_owned(), Goal::Complete, milestone.indicator);
        portal.statements.extend([milestone, again]);
        let view = revisions_of_lang_son(&portal);
        let svg = &view.steps[0].figure.as_ref().expect("a slope").svg;
        assert!(
            svg.contains(
                "(1 of the 2 targets that both plans have are drawn): raised 1, kept 0, lowered 0."
            ),
            "{svg}"
        );
        portal.statements.truncate(portal.statements.len() - 2);
        let index = PortalIndex::new(&portal);
        let here = successive(
            &portal,
            &index,
            index.at(IndicatorIndex(0), PlaceIndex(0)),
            Language::En,
            "en/x.html",
        );
        assert_eq!(here.len(), 1);
        let said = newer(
            &portal,
            &index,
            index.at(IndicatorIndex(0), PlaceIndex(0)),
            Language::En,
            "en/x.html",
        );
        let said: Vec<_> = said
            .into_iter()
            .map(|(older, newer)| (older, newer.plan, newer.value, newer.replaces))
            .collect();
        assert_eq!(
            said,
            [(
                StatementIndex(0),
                "Plan 243/KH-UBND of 27 September 2025".to_owned(),
                "48.5%".to_owned(),
                false
            )]
        );
        assert!(
            successive(
                &portal,
                &index,
                index.at(IndicatorIndex(0), PlaceIndex(1)),
                Language::En,
                "en/x.html"
            )
            .is_empty()
        );
    }
}
