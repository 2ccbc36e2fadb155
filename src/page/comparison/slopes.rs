//! The chart of what moved from an earlier plan to a newer one.

use std::cmp::Ordering;

use super::between_plans::between_plans;
use crate::address::{Page, Route};
use crate::chart::{self, Slope, SlopeChart};
use crate::compare::{Change, Comparison, Revision};
use crate::language::{Language, Localized, pick};
use crate::page::figure::captioned::{Figure, can_be_drawn, figure, is_percent};
use crate::page::figure::scale::level;
use crate::page::figure::source::{licence_line, source_line};
use crate::portal::{
    Measure, PlaceIndex, PlanIndex, PlanStatus, Portal, Statement, StatementIndex,
};
use crate::wording::{breakdown, plan_name};

/// How many targets a chart shows: those that changed come first.
const MOST_SLOPES: usize = 8;

/// The percentages of two successive plans of a place.
pub fn step_slopes(
    portal: &Portal,
    at: PlaceIndex,
    plans: (PlanIndex, PlanIndex),
    anchor: &str,
    revised: &[Revision],
    language: Language,
    path: &str,
) -> Option<Figure> {
    let percentages: Vec<&Revision> =
        revised.iter().filter(|revision| is_percentage(portal, revision)).collect();
    let chart_path = Route::Page(language, Page::Revisions(at)).named_chart_path(portal, anchor);
    let words = Words {
        id: format!("slopes-{anchor}"),
        title: format!(
            "{}: {}",
            portal.place(at).name.get(language),
            pick(language, "mục tiêu qua hai kế hoạch", "targets from plan to plan")
        ),
    };
    let label = |statement: &Statement| {
        let split = breakdown(portal, &statement.breakdown, language);
        let name = portal.indicator(statement.indicator).name.get(language);
        if split.is_empty() { name.clone() } else { format!("{name}, {split}") }
    };
    let of_both = revised.len();
    slopes(portal, plans, (&percentages, of_both), words, (chart_path, path), language, label)
}

fn is_percentage(portal: &Portal, revision: &Revision) -> bool {
    portal.indicator(portal.statement(revision.newer).indicator).measure == Measure::Percent
}

/// The newest step of the plans that have the same target on one indicator at one place, with its
/// breakdowns.
pub fn indicator_slopes(
    portal: &Portal,
    positions: &[StatementIndex],
    route: Route,
    title: &str,
    language: Language,
    path: &str,
) -> Option<Figure> {
    let chart_path = route.named_chart_path(portal, pick(language, "thay-doi", "revisions"));
    between_plans(portal, positions).iter().rev().find_map(|step| {
        let words = Words { id: "slopes".to_owned(), title: title.to_owned() };
        let revised: Vec<&Revision> = step.revised.iter().collect();
        let place = (chart_path.clone(), path);
        slopes(
            portal,
            (step.older, step.newer),
            (&revised, revised.len()),
            words,
            place,
            language,
            |statement| breakdown(portal, &statement.breakdown, language),
        )
    })
}

struct Words {
    id: String,
    title: String,
}

/// `of_both` counts the targets that both plans have, also those that are no percentages.
fn slopes(
    portal: &Portal,
    plans: (PlanIndex, PlanIndex),
    (revised, of_both): (&[&Revision], usize),
    words: Words,
    (chart_path, path): (String, &str),
    language: Language,
    label: impl Fn(&Statement) -> String,
) -> Option<Figure> {
    let drawable: Vec<(&Statement, &Statement, Change)> = revised
        .iter()
        // A line from plan to plan says that both speak of one year.
        .filter(|revision| revision.change.is_for_one_year())
        .map(|revision| {
            (portal.statement(revision.older), portal.statement(revision.newer), revision.change)
        })
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
        let name = plan.number.clone().unwrap_or_else(|| plan_name(plan, language));
        let draft = if plan.status == PlanStatus::Draft {
            format!(", {}", pick(language, "dự thảo", "draft"))
        } else {
            String::new()
        };
        format!("{name} ({}{draft})", plan.date.year)
    };
    let plans = [plans.0, plans.1].map(named);
    let statements: Vec<&Statement> = shown.iter().map(|(_, newer, _)| *newer).collect();
    let count = |way: Ordering| {
        shown
            .iter()
            .filter(|(older, newer, _)| newer.goal.value().cmp(&older.goal.value()) == way)
            .count()
    };
    let (raised, kept, lowered) =
        (count(Ordering::Greater), count(Ordering::Equal), count(Ordering::Less));
    // What is counted is what is drawn; the table beside it has all of them.
    let part = match slopes.len() {
        drawn if drawn < of_both => Localized::text(
            format!(" (vẽ {drawn} trong {of_both} mục tiêu có trong cả hai kế hoạch)"),
            format!(" ({drawn} of the {of_both} targets that both plans have are drawn)"),
        ),
        _ => Localized::default(),
    };
    let chart = SlopeChart {
        id: words.id,
        language,
        title: words.title,
        description: match language {
            Language::Vi => format!(
                "{} so với {}{}: {raised} mức được nâng, {kept} mức giữ nguyên, {lowered} mức \
                 hạ xuống.",
                plans[1], plans[0], part.vi
            ),
            Language::En => format!(
                "{} against {}{}: raised {raised}, kept {kept}, lowered {lowered}.",
                plans[1], plans[0], part.en
            ),
        },
        percent: is_percent(portal, &statements),
        plans,
        slopes,
        source: source_line(
            portal,
            shown.iter().flat_map(|&(older, newer, _)| [older, newer]),
            language,
        ),
        licence: licence_line(portal),
    };
    Some(figure(portal, chart::slopes(&chart), (chart_path, path), drawable.len() - shown.len()))
}

/// What became of a target that both plans have for one year: the figure first, then the demand
/// where that is another thing.
fn change_words(
    older: &Statement,
    newer: &Statement,
    change: Change,
    language: Language,
) -> String {
    let moved = match newer.goal.value().cmp(&older.goal.value()) {
        Ordering::Greater => pick(language, "nâng mức", "raised"),
        Ordering::Less => pick(language, "hạ mức", "lowered"),
        Ordering::Equal => pick(language, "cùng mức", "same value"),
    };
    let demand = match change {
        Change::Raised | Change::ComparatorOnly(Comparison::More) => {
            pick(language, "đòi hỏi cao hơn", "demands more")
        }
        Change::Lowered | Change::ComparatorOnly(Comparison::Less) => {
            pick(language, "đòi hỏi thấp hơn", "demands less")
        }
        Change::ComparatorOnly(_) => {
            pick(language, "chỉ đổi từ so sánh", "another comparator only")
        }
        Change::Kept => return pick(language, "giữ nguyên", "kept").to_owned(),
        _ => return moved.to_owned(),
    };
    format!("{moved}, {demand}")
}
