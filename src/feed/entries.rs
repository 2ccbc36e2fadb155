//! What a feed tells: new plans, what they changed, corrections.

use crate::compare::{Change, Revisions, revisions};
use crate::language::{Language, date::Date};
use crate::page::wording::{pick, plan_name};
use crate::page::{Corrected, Page, PortalIndex, Route};
use crate::portal::{PlaceIndex, PlanIndex, PlanStatus, Portal, StatementIndex};

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
    let (plans, place): (Vec<PlanIndex>, Option<PlaceIndex>) = match page {
        Page::Place(place) => (index.plans_of(place).to_vec(), Some(place)),
        Page::Corrections => (Vec::new(), None),
        _ => (index.newest_plans().iter().copied().take(MOST).collect(), None),
    };
    let mut entries: Vec<Entry> = Vec::new();
    for &plan in &plans {
        entries.push(of_plan(portal, index, plan, language));
        entries.extend(of_revision(portal, index, plan, language));
    }
    let corrections = index.corrections().iter().filter(|corrected| place.is_none_or(|place| corrected.place(portal) == place));
    entries.extend(corrections.take(MOST).map(|&corrected| of_correction(portal, corrected, language)));
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
    Entry {
        kind: "plan",
        id: format!("plan/{}/{}", portal.place_path(plan.place), plan.slug),
        title: format!("{kind}: {}, {place}", plan_name(plan, language)),
        summary: format!("{}. {}, {}. {figures}.", plan.title.get(language), plan.issuer.get(language), plan.date.long(language)),
        path: Route::Page(language, Page::Plan(at)).path(portal),
        date: plan.date,
    }
}

/// What a plan changed against the one before it of its place.
fn of_revision(portal: &Portal, index: &PortalIndex, newer: PlanIndex, language: Language) -> Option<Entry> {
    let place = portal.plan(newer).place;
    let plans: Vec<(PlanIndex, &[StatementIndex])> = index.plans_of(place).iter().map(|&plan| (plan, index.of_plan(plan))).collect();
    let Revisions { older, newer, replaces, revised, added, not_repeated } = revisions(portal, &plans).into_iter().find(|step| step.newer == newer)?;
    let count = |change: Change| revised.iter().filter(|revision| revision.change == change).count();
    let said = |number: usize, vi: &str, en: &str| (number > 0).then(|| format!("{number} {}", pick(language, vi, en)));
    let parts = [
        said(count(Change::Stronger), "mục tiêu mạnh hơn", "stronger"),
        said(count(Change::Weaker), "mục tiêu nhẹ hơn", "weaker"),
        said(count(Change::Reworded), "chỉ đổi cách nói", "in other words only"),
        said(count(Change::Kept), "giữ nguyên", "kept"),
        said(count(Change::Unlike), "không so sánh được", "that cannot be compared"),
        said(added.len(), "chỉ có ở kế hoạch sau", "in the newer plan only"),
        if replaces {
            said(not_repeated.len(), "bị bỏ", "dropped")
        } else {
            said(not_repeated.len(), "chỉ có ở kế hoạch trước", "in the older plan only")
        },
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return None;
    }
    let stands = if replaces {
        pick(language, "Kế hoạch sau nói rõ là thay thế kế hoạch trước.", "The newer plan says that it replaces the older one.")
    } else {
        pick(
            language,
            "Kế hoạch sau không nói là thay thế kế hoạch trước; cả hai vẫn là căn cứ.",
            "The newer plan does not say that it replaces the older one; both stand.",
        )
    };
    let (older, plan) = (portal.plan(older), portal.plan(newer));
    let (older_name, name, place_name) = (plan_name(older, language), plan_name(plan, language), portal.place(place).name.get(language));
    Some(Entry {
        kind: "revision",
        id: format!("revision/{}/{}", portal.place_path(place), plan.slug),
        title: match language {
            Language::Vi => format!("{place_name}: {name} so với {older_name}"),
            Language::En => format!("{place_name}: {name} against {older_name}"),
        },
        summary: format!("{}{}. {stands}", pick(language, "Mục tiêu cùng năm cuối: ", "Targets for the same final year: "), parts.join("; ")),
        path: Route::Page(language, Page::Revisions(place)).path(portal),
        date: plan.date,
    })
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
