//! What a feed tells: new plans, what they changed, corrections.

use std::collections::BTreeSet;

use crate::address::{Page, Route, step_anchor};
use crate::compare::{Change, Revisions, revisions};
use crate::index::{Corrected, PortalIndex};
use crate::language::{Language, date::Date, pick};
use crate::page::change_name;
use crate::portal::{Grades, PlaceIndex, PlanIndex, PlanStatus, Portal, StatementIndex};
use crate::wording::{breakdown, dated_name, plan_name, sentence};

/// One thing that happened.
pub struct Entry {
    /// `plan`, `revision`, `correction`.
    pub kind: &'static str,
    /// Unique in the portal, and the same whatever else changes in it.
    pub id: String,
    pub title: String,
    pub summary: String,
    /// From the site's root.
    pub path: String,
    pub date: Date,
}

/// A feed has no more entries than these: readers ask for it again and again.
const MOST: usize = 100;

/// The newest entries of a page's feed, newest first.
pub fn entries(portal: &Portal, index: &PortalIndex, page: Page, language: Language) -> Vec<Entry> {
    let steps = |place: PlaceIndex| revisions(portal, index.plans_of(place), index.of_place(place));
    let mut entries: Vec<Entry> = Vec::new();
    match page {
        Page::Corrections => {}
        Page::Revisions(place) => {
            for step in steps(place) {
                entries.extend(of_revision(portal, &step, language));
                entries.extend(of_targets(portal, &step, language));
            }
        }
        Page::Place(place) => {
            entries.extend(
                index.plans_of(place).iter().map(|&plan| of_plan(portal, index, plan, language)),
            );
            entries
                .extend(steps(place).iter().filter_map(|step| of_revision(portal, step, language)));
        }
        _ => {
            let newest: BTreeSet<PlanIndex> =
                index.newest_plans().iter().copied().take(MOST).collect();
            let places: BTreeSet<PlaceIndex> =
                newest.iter().map(|&plan| portal.plan(plan).place).collect();
            entries.extend(newest.iter().map(|&plan| of_plan(portal, index, plan, language)));
            let told =
                places.into_iter().flat_map(steps).filter(|step| newest.contains(&step.newer));
            entries.extend(told.filter_map(|step| of_revision(portal, &step, language)));
        }
    }
    let place = match page {
        Page::Place(place) => Some(place),
        _ => None,
    };
    let corrections = index
        .corrections()
        .iter()
        .filter(|corrected| place.is_none_or(|place| corrected.place(portal) == place));
    let corrections = corrections.take(if matches!(page, Page::Revisions(_)) { 0 } else { MOST });
    entries.extend(corrections.map(|&corrected| of_correction(portal, corrected, language)));
    entries.sort_by(|left, right| (right.date, &left.id).cmp(&(left.date, &right.id)));
    entries.truncate(MOST);
    entries
}

fn of_plan(portal: &Portal, index: &PortalIndex, at: PlanIndex, language: Language) -> Entry {
    let plan = portal.plan(at);
    let place = portal.place(plan.place).name.get(language);
    let kind = match plan.status {
        PlanStatus::Draft => pick(language, "Dự thảo", "Draft"),
        PlanStatus::Signed | PlanStatus::Superseded => pick(language, "Kế hoạch mới", "New plan"),
    };
    let count = index.of_plan(at).len();
    let figures = match (language, count) {
        (Language::Vi, _) => format!("{count} số liệu"),
        (Language::En, 1) => "1 figure".to_owned(),
        (Language::En, _) => format!("{count} figures"),
    };
    let Grades { read_by_editor, aims, .. } =
        Grades::of(index.of_plan(at).iter().map(|&at| portal.statement(at)));
    let read = match (language, read_by_editor) {
        (_, 0) => String::new(),
        (Language::Vi, _) => format!(", trong đó {read_by_editor} do người biên tập đọc"),
        (Language::En, _) => format!(", {read_by_editor} of them read by an editor"),
    };
    let aims = match (language, aims) {
        (_, 0) => String::new(),
        (Language::Vi, _) => format!(", {aims} định hướng không cam kết"),
        (Language::En, _) => format!(", {aims} of them without a commitment (aims)"),
    };
    Entry {
        kind: "plan",
        id: format!("plan/{}/{}", portal.place_path(plan.place), plan.slug),
        title: format!("{kind}: {}, {place}", plan_name(plan, language)),
        summary: format!(
            "{}. {}, {}. {figures}{read}{aims}.",
            plan.title.get(language),
            plan.issuer.get(language),
            plan.date.long(language)
        ),
        path: Route::Page(language, Page::Plan(at)).path(portal),
        date: plan.date,
    }
}

/// What a plan changed against the earlier ones of its place, each in an entry.
fn of_revision(portal: &Portal, step: &Revisions, language: Language) -> Option<Entry> {
    let Revisions { older, newer, replaces, revised, dropped, added, not_repeated, number: _ } =
        step;
    let said = |number: usize, words: &str| (number > 0).then(|| format!("{number} {words}"));
    let mut parts = Vec::new();
    let mut revised: Vec<Change> = revised.iter().map(|revision| revision.change).collect();
    revised.sort_unstable();
    for alike in revised.chunk_by(|left, right| change_name(*left) == change_name(*right)) {
        parts
            .extend(alike.first().and_then(|&change| said(alike.len(), counted(change, language))));
    }
    parts.extend(said(dropped.len(), pick(language, "bị bỏ", "dropped")));
    parts.extend(said(
        added.len(),
        pick(language, "chỉ có ở kế hoạch sau", "in the newer plan only"),
    ));
    parts.extend(said(
        not_repeated.len(),
        pick(language, "chỉ có ở kế hoạch trước", "in the older plan only"),
    ));
    if parts.is_empty() {
        return None;
    }
    let stands = if *replaces {
        pick(
            language,
            "Kế hoạch sau nói rõ là thay thế kế hoạch trước.",
            "The newer plan says that it replaces the older one.",
        )
    } else {
        pick(
            language,
            "Kế hoạch sau không nói là thay thế kế hoạch trước; cả hai vẫn là căn cứ.",
            "The newer plan does not say that it replaces the older one; both stand.",
        )
    };
    let (older, plan) = (portal.plan(*older), portal.plan(*newer));
    let (older_name, name, place_name) = (
        plan_name(older, language),
        plan_name(plan, language),
        portal.place(plan.place).name.get(language),
    );
    let anchor = step_anchor(portal, step);
    let page = Route::Page(language, Page::Revisions(plan.place)).path(portal);
    Some(Entry {
        kind: "revision",
        id: format!("revision/{}/{anchor}", portal.place_path(plan.place)),
        title: match language {
            Language::Vi => format!("{place_name}: {name} so với {older_name}"),
            Language::En => format!("{place_name}: {name} against {older_name}"),
        },
        summary: format!(
            "{}{}. {stands}",
            pick(language, "Mục tiêu: ", "Targets: "),
            parts.join("; ")
        ),
        // Where there is one step, the page's own address is the same for ever.
        path: if step.number == 0 { page } else { format!("{page}#{anchor}") },
        date: plan.date,
    })
}

/// A change, after a number of targets.
fn counted(change: Change, language: Language) -> &'static str {
    match change {
        Change::Raised => pick(language, "được nâng", "raised"),
        Change::Lowered => pick(language, "bị hạ", "lowered"),
        Change::ComparatorOnly(_) => {
            pick(language, "chỉ đổi từ so sánh", "with another comparator only")
        }
        Change::Postponed => pick(language, "lùi thời hạn", "postponed"),
        Change::Advanced => pick(language, "đẩy sớm thời hạn", "brought forward"),
        Change::LaterAndLess => pick(language, "muộn hơn và thấp hơn", "later and less"),
        Change::SoonerAndMore => pick(language, "sớm hơn và cao hơn", "sooner and more"),
        Change::Further => pick(language, "có bước tiếp theo", "with a further step"),
        Change::Nearer => pick(language, "có bước trước đó", "with an earlier step"),
        Change::CarriedOn => pick(language, "giữ tiếp", "carried on"),
        Change::Unlike => pick(language, "không so sánh được", "that cannot be compared"),
        Change::Kept => pick(language, "giữ nguyên", "kept"),
    }
}

/// What a step says of its targets one by one: what was kept is no news.
fn of_targets(portal: &Portal, step: &Revisions, language: Language) -> Vec<Entry> {
    let place = portal.plan(step.newer).place;
    let page = Route::Page(language, Page::Revisions(place)).path(portal);
    let anchor = step_anchor(portal, step);
    let plans = [step.older, step.newer].map(|plan| dated_name(portal.plan(plan), language));
    let entry = |target: StatementIndex, what: &str, summary: String| Entry {
        kind: "revision",
        // The target names the entry: what is said of it may be mended.
        id: format!(
            "revision/{}/{anchor}/{}",
            portal.place_path(place),
            portal.statement(target).id
        ),
        title: format!("{}: {what}", about(portal, target, language)),
        summary,
        path: format!("{page}#{anchor}"),
        date: portal.plan(step.newer).date,
    };
    let said = |at: StatementIndex| sentence(portal, portal.statement(at), language);
    let [older_plan, newer_plan] = &plans;
    let changed = step.revised.iter().filter(|revision| revision.change != Change::Kept);
    let changed = changed.map(|revision| {
        let summary = format!(
            "{older_plan}: {}. {newer_plan}: {}.",
            said(revision.older),
            said(revision.newer)
        );
        entry(revision.newer, named(revision.change, language), summary)
    });
    let dropped = step.dropped.iter().map(|&target| {
        let dropped =
            portal.plan(step.newer).dropped.iter().find(|dropped| dropped.target == target);
        let reason = dropped.map_or("", |dropped| dropped.reason.get(language).as_str());
        let summary = format!(
            "{older_plan}: {}. {newer_plan}: {} {reason}",
            said(target),
            pick(language, "bỏ mục tiêu này. Lý do:", "dropped. Reason:")
        );
        Entry {
            id: format!(
                "dropped/{}/{anchor}/{}",
                portal.place_path(place),
                portal.statement(target).id
            ),
            ..entry(target, pick(language, "bị bỏ", "dropped"), summary)
        }
    });
    let added = step.added.iter().map(|&target| {
        let summary = format!("{newer_plan}: {}.", said(target));
        entry(target, pick(language, "chỉ có ở kế hoạch sau", "in the newer plan only"), summary)
    });
    changed.chain(dropped).chain(added).collect()
}

/// A change, said of one target.
fn named(change: Change, language: Language) -> &'static str {
    match change {
        Change::Further => pick(language, "bước tiếp theo", "a further step"),
        Change::Nearer => pick(language, "bước trước đó", "an earlier step"),
        Change::ComparatorOnly(_) => {
            pick(language, "chỉ đổi từ so sánh", "another comparator only")
        }
        Change::Unlike => pick(language, "không so sánh được", "cannot be compared"),
        other => counted(other, language),
    }
}

fn about(portal: &Portal, target: StatementIndex, language: Language) -> String {
    let statement = portal.statement(target);
    let place = portal.place(statement.place).name.get(language);
    let split = breakdown(portal, &statement.breakdown, language);
    let name = portal.indicator(statement.indicator).name.get(language);
    if split.is_empty() { format!("{place}, {name}") } else { format!("{place}, {name}, {split}") }
}

fn of_correction(portal: &Portal, corrected: Corrected, language: Language) -> Entry {
    let words = corrected.words(portal, language);
    let place = portal.place(corrected.place(portal)).name.get(language);
    let (about, old, new, reason) = (words.about, words.old, words.new, words.reason);
    Entry {
        kind: "correction",
        id: format!("correction/{}", corrected.id(portal)),
        title: format!("{}: {place}, {about}", pick(language, "Đính chính", "Correction")),
        summary: match language {
            Language::Vi => format!("Đã đăng: {old}; nay sửa thành: {new}. Lý do: {reason}"),
            Language::En => format!("It said: {old}; it now says: {new}. Reason: {reason}"),
        },
        path: words.address,
        date: corrected.date(portal),
    }
}
