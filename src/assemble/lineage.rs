//! The relations of plans to other documents: resolved, and held against the documents' dates and
//! against each other.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::catalogue::unknown;
use super::plans::plan_path;
use crate::content::{
    fields::{At, closest},
    records::RelationRecord,
};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::{Language, Localized};
use crate::portal::{DocumentIdentity, Place, Plan, PlanIndex, PlanStatus, Relation, RelationKind};
use crate::wording::plan_name;

/// Where a relation stands in its file, and the plan of this portal that it names.
pub struct Related {
    source: Arc<Source>,
    place: Range<usize>,
    plan: Option<At<String>>,
    number: Option<Range<usize>>,
    date: Option<Range<usize>>,
}

impl Related {
    pub fn location(&self) -> Location {
        Location::new(&self.source, self.place.clone())
    }
}

/// A plan's relations, and where each of them stands.
pub fn relations(
    records: Vec<RelationRecord>,
    source: &Arc<Source>,
) -> (Vec<Relation>, Vec<Related>) {
    let split = |RelationRecord {
                     place,
                     kind,
                     document,
                     document_places: _,
                     number,
                     issuer,
                     date,
                     plan,
                     note,
                 }: RelationRecord| {
        let related = Related {
            source: Arc::clone(source),
            place,
            plan,
            number: number.as_ref().map(|number| number.range.clone()),
            date: date.as_ref().map(|date| date.range.clone()),
        };
        let identity = DocumentIdentity {
            number: number.map(|number| number.value),
            issuer,
            date: date.map(|date| date.value),
        };
        (Relation { kind, document, identity, plan: None, note }, related)
    };
    records.into_iter().map(split).unzip()
}

/// Gives each relation to a plan of this portal its plan: the one that it names, or the one with
/// its number, issuer and date.
///
/// `folders` names every plan that has a folder: one that could not be read has been reported
/// already.
pub fn resolve(
    plans: &mut [Plan],
    related: &[Vec<Related>],
    places: &[Place],
    folders: &BTreeSet<String>,
    report: &mut Report,
) {
    let by_path: BTreeMap<String, PlanIndex> = plans
        .iter()
        .enumerate()
        .map(|(index, plan)| (plan_path(places, plan.place, &plan.slug), PlanIndex(index)))
        .collect();
    let identities: Vec<DocumentIdentity> = plans.iter().map(Plan::identity).collect();
    let mut by_identity = BTreeMap::new();
    for (index, identity) in identities.iter().enumerate() {
        if let Some(key) = identity.key() {
            by_identity.entry(key).or_insert(PlanIndex(index));
        }
    }
    for (plan, related) in plans.iter_mut().zip(related) {
        for (relation, related) in plan.relations.iter_mut().zip(related) {
            let Some(name) = &related.plan else {
                relation.plan =
                    relation.identity.key().and_then(|key| by_identity.get(&key).copied());
                continue;
            };
            relation.plan = by_path.get(&name.value).copied();
            if !folders.contains(&name.value) {
                report.add(unknown(
                    Code::UnknownReference,
                    name.location(&related.source),
                    Localized::text(
                        format!("cổng không có kế hoạch `{}`", name.value),
                        format!("the portal has no plan `{}`", name.value),
                    ),
                    closest(&name.value, folders.iter().map(String::as_str)),
                ));
            }
            if let Some(named) = relation.plan {
                report_another(&relation.identity, &identities[named.0], name, related, report);
            }
        }
    }
}

/// A relation names a plan of this portal and says another number or date than that plan has.
fn report_another(
    said: &DocumentIdentity,
    named: &DocumentIdentity,
    plan: &At<String>,
    related: &Related,
    report: &mut Report,
) {
    let none = || Localized::new("không có".to_owned(), "none".to_owned());
    let same = |text: String| Localized::new(text.clone(), text);
    let number = said
        .number
        .as_ref()
        .zip(related.number.as_ref())
        .filter(|(number, _)| Some(*number) != named.number.as_ref());
    let number = number
        .map(|(said, at)| (at, same(said.clone()), named.number.clone().map_or_else(none, same)));
    let date = said.date.zip(related.date.as_ref()).filter(|(date, _)| Some(*date) != named.date);
    let date = date.map(|(said, at)| {
        (at, same(said.iso()), named.date.map_or_else(none, |date| same(date.iso())))
    });
    let path = &plan.value;
    for (at, said, has) in number.into_iter().chain(date) {
        report.add(
            Diagnostic::new(
                Code::RelationDiffers,
                Location::new(&related.source, at.clone()),
                Localized::text(
                    format!("quan hệ ghi `{}`, còn kế hoạch `{path}` là `{}`", said.vi, has.vi),
                    format!("the relation says `{}`, and the plan `{path}` has `{}`", said.en, has.en),
                ),
                Localized::text("không phải của kế hoạch ấy", "not that plan's"),
                Localized::text(
                    "bỏ dòng này (lấy theo kế hoạch), hoặc sửa `plan` nếu là văn bản khác",
                    "leave this line out (the plan's own holds), or mend `plan` where another document is meant",
                ),
            )
            .with_related(plan.location(&related.source), Localized::text("kế hoạch được nêu", "the plan that is named")),
        );
    }
}

/// Reports relations that cannot be: a plan before itself, a plan before what came before it.
pub fn check(plans: &[Plan], related: &[Vec<Related>], report: &mut Report) {
    let in_circles = report_cycles(plans, related, report);
    let of_another_place = |plan: &Plan, relation: &Relation| {
        relation.kind == RelationKind::Replaces
            && relation.plan.is_some_and(|other| plans[other.0].place != plan.place)
    };
    for (at, (plan, related)) in plans.iter().zip(related).enumerate() {
        for (number, (relation, related)) in plan.relations.iter().zip(related).enumerate() {
            // A note says why it stands there nevertheless.
            if relation.note.is_some() {
                continue;
            }
            report_order(plan, relation, plans, related, report);
            if of_another_place(plan, relation) {
                report.add(replaces_elsewhere(related));
                continue;
            }
            // One relation of a circle is wrong: which plan is replaced is known when it is mended.
            if !in_circles.contains(&(at, number)) {
                report_status(plan, relation, plans, related, report);
            }
        }
    }
}

/// Targets are of a place: nothing could be accounted for, and most often another relation is
/// meant.
fn replaces_elsewhere(related: &Related) -> Diagnostic {
    Diagnostic::new(
        Code::RelationPlace,
        related.location(),
        Localized::text(
            "kế hoạch này thay thế kế hoạch của một địa phương khác",
            "this plan replaces the plan of another place",
        ),
        Localized::text("quan hệ này", "this relation"),
        Localized::text(
            "cụ thể hóa kế hoạch của cấp trên thì viết `kind: implements`; nếu đúng là thay thế (như khi sáp nhập), thêm note: {vi: ..., en: ...} vào quan hệ này",
            "what carries out the plan of a higher level is `kind: implements`; if it does replace it (as after a merger), add note: {vi: ..., en: ...} to this relation",
        ),
    )
}

fn report_order(
    plan: &Plan,
    relation: &Relation,
    plans: &[Plan],
    related: &Related,
    report: &mut Report,
) {
    let Some(other) = relation.plan.map(|other| plans[other.0].date).or(relation.identity.date)
    else {
        return;
    };
    let by_later = relation.kind.declared_by_later();
    let reversed =
        if by_later { other.is_surely_after(plan.date) } else { plan.date.is_surely_after(other) };
    if !reversed {
        return;
    }
    let (own, other) = (plan.date, other);
    let said = |language: Language| (own.short(language), other.short(language));
    let ((own_vi, other_vi), (own_en, other_en)) = (said(Language::Vi), said(Language::En));
    let kind = relation.kind.name();
    report.add(Diagnostic::new(
        Code::RelationOrder,
        related.location(),
        Localized::text(
            format!("quan hệ `{kind}` trái với ngày: kế hoạch này {own_vi}, văn bản kia {other_vi}"),
            format!("`{kind}` is against the dates: this plan is of {own_en}, the other document of {other_en}"),
        ),
        if by_later {
            Localized::text("văn bản kia ban hành sau", "the other document is the later one")
        } else {
            Localized::text("văn bản kia ban hành trước", "the other document is the earlier one")
        },
        Localized::text(
            "sửa ngày hoặc loại quan hệ; nếu văn bản đúng là như vậy, thêm note: {vi: ..., en: ...} vào quan hệ này",
            "mend the date or the kind; if the documents are so, add note: {vi: ..., en: ...} to this relation",
        ),
    ));
}

fn report_status(
    plan: &Plan,
    relation: &Relation,
    plans: &[Plan],
    related: &Related,
    report: &mut Report,
) {
    let Some(older) = relation
        .plan
        .map(|older| &plans[older.0])
        .filter(|_| relation.kind == RelationKind::Replaces)
    else {
        return;
    };
    if plan.status == PlanStatus::Draft || older.status == PlanStatus::Superseded {
        return;
    }
    let name = Localized::from_fn(|language| plan_name(older, language));
    report.add(Diagnostic::new(
        Code::StatusDiffers,
        related.location(),
        Localized::text(
            format!("{} bị thay thế ở đây mà chưa ghi là đã được thay thế", name.vi),
            format!("{} is replaced here and does not call itself superseded", name.en),
        ),
        Localized::text("quan hệ này", "this relation"),
        Localized::text(
            "ghi `status: superseded` trong plan.yaml của kế hoạch ấy; nếu chỉ thay thế một phần, thêm note: {vi: ..., en: ...} vào quan hệ này",
            "write `status: superseded` in that plan's plan.yaml; if only a part is replaced, add note: {vi: ..., en: ...} to this relation",
        ),
    ));
}

/// Each circle of plans of which every one stands before the next is told once, at its first
/// relation. Gives the plan and the number of each relation in a circle.
fn report_cycles(
    plans: &[Plan],
    related: &[Vec<Related>],
    report: &mut Report,
) -> BTreeSet<(usize, usize)> {
    // From the earlier plan to the later, with the relation that says so.
    let mut later: Vec<Vec<(usize, (usize, usize))>> = vec![Vec::new(); plans.len()];
    for (at, plan) in plans.iter().enumerate() {
        for (number, relation) in plan.relations.iter().enumerate() {
            let Some(PlanIndex(other)) = relation.plan else { continue };
            let (from, to) =
                if relation.kind.declared_by_later() { (other, at) } else { (at, other) };
            later[from].push((to, (at, number)));
        }
    }
    let circles = circles(&later);
    let mut told: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (from, edges) in later.iter().enumerate() {
        for &(to, relation) in edges {
            if circles[from] == circles[to] {
                told.entry(circles[from]).or_default().push(relation);
            }
        }
    }
    let in_circles = told.values().flatten().copied().collect();
    for mut relations in told.into_values() {
        relations.sort_unstable();
        let location = |&(plan, number): &(usize, usize)| related[plan][number].location();
        let Some((first, rest)) = relations.split_first() else { continue };
        let name = Localized::from_fn(|language| plan_name(&plans[first.0], language));
        let itself = rest.is_empty();
        let mut diagnostic = Diagnostic::new(
            Code::RelationCycle,
            location(first),
            if itself {
                Localized::text(
                    format!("{} có quan hệ với chính nó", name.vi),
                    format!("{} is related to itself", name.en),
                )
            } else {
                Localized::text(
                    format!("các quan hệ đi vòng: {} đứng trước chính nó", name.vi),
                    format!("the relations go round: {} stands before itself", name.en),
                )
            },
            Localized::text("quan hệ này", "this relation"),
            Localized::text(
                "xóa hoặc sửa một quan hệ để không văn bản nào có trước chính nó",
                "delete or mend one relation, so that no document comes before itself",
            ),
        );
        for other in rest {
            diagnostic = diagnostic
                .with_related(location(other), Localized::text("và quan hệ này", "and this one"));
        }
        report.add(diagnostic);
    }
    in_circles
}

/// For each node the number of the circle that it stands in: two have the same number just if each
/// is reached from the other. Tarjan's way of finding strongly connected components, with a stack
/// of its own in place of recursion.
fn circles(edges: &[Vec<(usize, (usize, usize))>]) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    let count = edges.len();
    let (mut seen, mut lowest, mut circle) =
        (vec![UNSEEN; count], vec![0; count], vec![UNSEEN; count]);
    let (mut clock, mut open, mut way): (usize, Vec<usize>, Vec<(usize, usize)>) =
        (0, Vec::new(), Vec::new());
    for start in 0..count {
        if seen[start] != UNSEEN {
            continue;
        }
        way.push((start, 0));
        while let Some(&mut (node, ref mut next)) = way.last_mut() {
            if *next == 0 {
                (seen[node], lowest[node]) = (clock, clock);
                clock += 1;
                open.push(node);
            }
            if let Some(&(to, _)) = edges[node].get(*next) {
                *next += 1;
                if seen[to] == UNSEEN {
                    way.push((to, 0));
                } else if circle[to] == UNSEEN {
                    lowest[node] = lowest[node].min(seen[to]);
                }
                continue;
            }
            way.pop();
            if let Some(&(parent, _)) = way.last() {
                lowest[parent] = lowest[parent].min(lowest[node]);
            }
            if lowest[node] == seen[node] {
                while let Some(member) = open.pop() {
                    circle[member] = node;
                    if member == node {
                        break;
                    }
                }
            }
        }
    }
    circle
}
