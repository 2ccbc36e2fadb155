//! A plan among other documents: what it comes from, what comes from it, and which plans have a
//! source in common with it.

use serde::Serialize;

use crate::address::{Page, Route, relative};
use crate::chart::{self, Document, Kin, LineageChart};
use crate::index::{Lineage, parent};
use crate::language::{Language, pick};
use crate::page::figure::captioned::{self, Figure};
use crate::page::figure::source::{licence_line, source_line_of_plan};
use crate::page::parts::link::status_name;
use crate::portal::{Plan, PlanIndex, PlanStatus, Portal, Relation, RelationKind};
use crate::wording::plan_name;

/// Where a plan stands among other documents.
#[derive(Debug, Serialize)]
pub struct LineageView<'portal> {
    pub groups: Vec<RelatedGroup<'portal>>,
    pub figure: Option<Figure>,
}

/// Documents in the same relation to the plan.
#[derive(Debug, Serialize)]
pub struct RelatedGroup<'portal> {
    /// `implements`, `implemented_by`, ..., `shares_parent`.
    pub kind: &'static str,
    /// What they have in common with the plan; empty for all other relations.
    pub parent: String,
    pub documents: Vec<RelatedDocument<'portal>>,
    /// How many more there are.
    pub more: usize,
    #[serde(skip)]
    part: Part,
}

/// A document beside a plan, in the portal or outside it.
#[derive(Debug, Serialize)]
pub struct RelatedDocument<'portal> {
    pub name: String,
    /// The whole words of the author for a document outside the portal; the title of a plan.
    pub title: &'portal str,
    /// None for a document outside the portal.
    pub plan: Option<RelatedPlan<'portal>>,
    pub note: Option<&'portal str>,
    #[serde(skip)]
    detail: String,
}

/// What is said of a related plan of the portal.
#[derive(Debug, Serialize)]
pub struct RelatedPlan<'portal> {
    pub href: String,
    pub place: &'portal str,
    pub date: String,
    pub iso_date: String,
    /// `draft`, `signed`, `superseded`.
    pub status: &'static str,
}

/// Where a group stands in the diagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Above,
    Below,
    Beside,
}

/// How many documents are listed in a group.
const LISTED: usize = 30;
/// How many plans with the same source are listed.
const SIBLINGS: usize = 8;
/// How many documents of a group are drawn.
const DRAWN: usize = 5;

pub fn view<'portal>(
    portal: &'portal Portal,
    lineage: &Lineage,
    at: PlanIndex,
    language: Language,
    path: &str,
) -> LineageView<'portal> {
    let mut groups = declared(portal, at, language, path);
    groups.extend(seen_from_others(portal, lineage, at, language, path));
    groups.extend(with_same_source(portal, lineage, at, language, path));
    let figure = figure(portal, &groups, at, language, path);
    LineageView { groups, figure }
}

/// What the plan itself says.
fn declared<'portal>(
    portal: &'portal Portal,
    at: PlanIndex,
    language: Language,
    path: &str,
) -> Vec<RelatedGroup<'portal>> {
    let kinds = [
        RelationKind::Implements,
        RelationKind::BasedOn,
        RelationKind::Replaces,
        RelationKind::AmendedBy,
        RelationKind::DetailedBy,
    ];
    let of_kind = |kind: RelationKind| {
        let relations =
            portal.plan(at).relations.iter().filter(move |relation| relation.kind == kind);
        relations.map(|relation| of_relation(portal, relation, language, path)).collect::<Vec<_>>()
    };
    let part =
        |kind: RelationKind| if kind.declared_by_later() { Part::Above } else { Part::Below };
    kinds.into_iter().filter_map(|kind| group(kind.name(), of_kind(kind), part(kind))).collect()
}

/// What other plans say of the plan.
fn seen_from_others<'portal>(
    portal: &'portal Portal,
    lineage: &Lineage,
    at: PlanIndex,
    language: Language,
    path: &str,
) -> Vec<RelatedGroup<'portal>> {
    let kinds = [
        RelationKind::Replaces,
        RelationKind::AmendedBy,
        RelationKind::DetailedBy,
        RelationKind::Implements,
        RelationKind::BasedOn,
    ];
    let of_kind = |kind: RelationKind| {
        let named_by = lineage.named_by(at).iter().filter(move |(by, _)| *by == kind);
        let note = |other: PlanIndex| {
            let relation = portal
                .plan(other)
                .relations
                .iter()
                .find(|relation| relation.kind == kind && relation.plan == Some(at))?;
            relation.note.as_ref().map(|note| note.get(language).as_str())
        };
        named_by
            .map(|&(_, other)| of_plan(portal, other, note(other), language, path))
            .collect::<Vec<_>>()
    };
    let part =
        |kind: RelationKind| if kind.declared_by_later() { Part::Below } else { Part::Above };
    kinds
        .into_iter()
        .filter_map(|kind| group(kind.inverse_name(), of_kind(kind), part(kind)))
        .collect()
}

/// Plans that come from a document that this plan comes from too. Sources with the very same plans
/// are named together.
fn with_same_source<'portal>(
    portal: &'portal Portal,
    lineage: &Lineage,
    at: PlanIndex,
    language: Language,
    path: &str,
) -> Vec<RelatedGroup<'portal>> {
    let mut sources: Vec<(Vec<String>, Vec<PlanIndex>, usize)> = Vec::new();
    for relation in &portal.plan(at).relations {
        let Some(parent) = parent(relation) else { continue };
        let (plans, more) = lineage.around(&parent, at, SIBLINGS);
        if plans.is_empty() {
            continue;
        }
        let name = document_name(portal, relation, language);
        match sources.iter_mut().find(|(_, known, also)| *known == plans && *also == more) {
            Some((names, ..)) if names.contains(&name) => {}
            Some((names, ..)) => names.push(name),
            None => sources.push((vec![name], plans, more)),
        }
    }
    sources
        .into_iter()
        .map(|(names, plans, more)| RelatedGroup {
            kind: "shares_parent",
            parent: names.join("; "),
            documents: plans
                .into_iter()
                .map(|plan| of_plan(portal, plan, None, language, path))
                .collect(),
            more,
            part: Part::Beside,
        })
        .collect()
}

fn group<'portal>(
    kind: &'static str,
    mut documents: Vec<RelatedDocument<'portal>>,
    part: Part,
) -> Option<RelatedGroup<'portal>> {
    let more = documents.len().saturating_sub(LISTED);
    documents.truncate(LISTED);
    (!documents.is_empty()).then_some(RelatedGroup {
        kind,
        parent: String::new(),
        documents,
        more,
        part,
    })
}

fn of_relation<'portal>(
    portal: &'portal Portal,
    relation: &'portal Relation,
    language: Language,
    path: &str,
) -> RelatedDocument<'portal> {
    let note = relation.note.as_ref().map(|note| note.get(language).as_str());
    if let Some(plan) = relation.plan {
        return of_plan(portal, plan, note, language, path);
    }
    let words = relation.document.get(language).as_str();
    let name = document_name(portal, relation, language);
    let issuer = relation.identity.issuer.as_ref().map(|issuer| issuer.get(language).clone());
    let date = relation.identity.date.map(|date| date.short(language));
    let detail = if name == words {
        String::new()
    } else {
        issuer.into_iter().chain(date).collect::<Vec<_>>().join(" · ")
    };
    RelatedDocument { name, title: words, plan: None, note, detail }
}

fn of_plan<'portal>(
    portal: &'portal Portal,
    at: PlanIndex,
    note: Option<&'portal str>,
    language: Language,
    path: &str,
) -> RelatedDocument<'portal> {
    let plan = portal.plan(at);
    let place = portal.place(plan.place).name.get(language).as_str();
    RelatedDocument {
        name: plan_name(plan, language),
        title: plan.title.get(language),
        plan: Some(RelatedPlan {
            href: relative(path, &Route::Page(language, Page::Plan(at)).path(portal)),
            place,
            date: plan.date.long(language),
            iso_date: plan.date.iso(),
            status: status_name(plan.status),
        }),
        note,
        detail: plan_detail(portal, plan, language),
    }
}

/// Place, date, and what must be known of a plan that is not in force.
fn plan_detail(portal: &Portal, plan: &Plan, language: Language) -> String {
    let place = portal.place(plan.place).name.get(language);
    let mut detail = format!("{place} · {}", plan.date.short(language));
    match plan.status {
        PlanStatus::Draft => detail.push_str(pick(language, " · dự thảo", " · draft")),
        PlanStatus::Superseded => {
            detail.push_str(pick(language, " · đã được thay thế", " · superseded"))
        }
        PlanStatus::Signed => {}
    }
    detail
}

/// `Nghị quyết số 47/NQ-HĐND`: the author's words as far as the number, or all of them where they
/// do not begin with it.
fn document_name(portal: &Portal, relation: &Relation, language: Language) -> String {
    if let Some(plan) = relation.plan {
        return plan_name(portal.plan(plan), language);
    }
    let words = relation.document.get(language);
    let Some(number) = &relation.identity.number else { return words.clone() };
    match words.find(number.as_str()) {
        Some(at) if words[..at].split_whitespace().count() <= 6 => {
            words[..at + number.len()].to_owned()
        }
        _ => number.clone(),
    }
}

/// The words of a relation in the diagram.
fn relation_words(kind: &str, parent: &str, language: Language) -> String {
    let words = match kind {
        "based_on" => pick(language, "Căn cứ", "Based on"),
        "implements" => pick(language, "Thực hiện", "Implements"),
        "replaces" => pick(language, "Thay thế", "Replaces"),
        "amended_by" => pick(language, "Được sửa đổi bởi", "Is amended by"),
        "detailed_by" => pick(language, "Được cụ thể hóa bởi", "Is detailed by"),
        "basis_of" => pick(language, "Là căn cứ của", "Is the basis of"),
        "implemented_by" => pick(language, "Được thực hiện bởi", "Is implemented by"),
        "replaced_by" => pick(language, "Được thay thế bởi", "Is replaced by"),
        "amends" => pick(language, "Sửa đổi", "Amends"),
        "details" => pick(language, "Cụ thể hóa", "Details"),
        _ => pick(language, "Cùng xuất phát từ", "Also comes from"),
    };
    if parent.is_empty() { words.to_owned() } else { format!("{words} {parent}") }
}

fn figure(
    portal: &Portal,
    groups: &[RelatedGroup],
    at: PlanIndex,
    language: Language,
    path: &str,
) -> Option<Figure> {
    if groups.is_empty() {
        return None;
    }
    let plan = portal.plan(at);
    let kin = |part: Part| -> Vec<Kin> {
        groups.iter().filter(|group| group.part == part).map(|group| kin(group, language)).collect()
    };
    let said = groups.iter().map(|group| {
        let names: Vec<&str> =
            group.documents.iter().map(|document| document.name.as_str()).collect();
        format!("{}: {}.", relation_words(group.kind, &group.parent, language), names.join("; "))
    });
    let chart_path = Route::Page(language, Page::Plan(at)).chart_path(portal);
    let drawn = chart::lineage(&LineageChart {
        id: "lineage-chart".to_owned(),
        language,
        title: format!(
            "{}: {}",
            plan_name(plan, language),
            pick(language, "quan hệ với các văn bản khác", "relations to other documents")
        ),
        description: said.collect::<Vec<_>>().join(" "),
        above: kin(Part::Above),
        plan: Document {
            name: plan_name(plan, language),
            detail: plan_detail(portal, plan, language),
            href: None,
            draft: plan.status == PlanStatus::Draft,
        },
        below: kin(Part::Below),
        beside: kin(Part::Beside),
        source: source_line_of_plan(portal, at, language),
        licence: licence_line(portal),
    });
    Some(captioned::figure(portal, drawn, (chart_path, path), 0))
}

fn kin(group: &RelatedGroup, language: Language) -> Kin {
    let more = group.more + group.documents.len().saturating_sub(DRAWN);
    let document = |document: &RelatedDocument| Document {
        name: document.name.clone(),
        detail: document.detail.clone(),
        href: document.plan.as_ref().map(|plan| plan.href.clone()),
        draft: document.plan.as_ref().is_some_and(|plan| plan.status == "draft"),
    };
    Kin {
        relation: relation_words(group.kind, &group.parent, language),
        documents: group.documents.iter().take(DRAWN).map(document).collect(),
        more: match (more, language) {
            (0, _) => String::new(),
            (_, Language::Vi) => format!("và {more} văn bản khác"),
            (1, Language::En) => "and 1 more".to_owned(),
            (_, Language::En) => format!("and {more} more"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Localized, date::Date};
    use crate::portal::{DocumentIdentity, sample};

    fn kinds<'view>(view: &'view LineageView) -> Vec<(&'static str, Vec<&'view str>)> {
        view.groups
            .iter()
            .map(|group| {
                (
                    group.kind,
                    group.documents.iter().map(|document| document.name.as_str()).collect(),
                )
            })
            .collect()
    }

    fn at(portal: &Portal, plan: usize) -> LineageView<'_> {
        let path = Route::Page(Language::En, Page::Plan(PlanIndex(plan))).path(portal);
        view(portal, &Lineage::new(portal), PlanIndex(plan), Language::En, &path)
    }

    fn outside(number: &str, issuer: &str, date: &str) -> Relation {
        let identity = DocumentIdentity {
            number: Some(number.to_owned()),
            issuer: Some(Localized::text(issuer, issuer)),
            date: Date::parse(date),
        };
        let words = format!("Resolution No. {number} of {issuer}");
        Relation {
            kind: RelationKind::BasedOn,
            document: Localized::text(words.clone(), words),
            identity,
            plan: None,
            note: None,
        }
    }

    #[test]
    fn a_relation_is_seen_from_both_ends() {
        let mut portal = sample::portal();
        portal.plans[2].relations = vec![Relation::to_plan(RelationKind::Implements, PlanIndex(1))];
        assert_eq!(kinds(&at(&portal, 2)), [("implements", vec!["Plan 243/KH-UBND"])]);
        let from = at(&portal, 1);
        assert_eq!(kinds(&from)[1], ("implemented_by", vec!["Resolution of 16 October 2025"]));
        assert_eq!(
            from.groups[1].documents[0].plan.as_ref().expect("a plan").href,
            "../bang-mac/plans/nghi-quyet-2025.html"
        );
    }

    #[test]
    fn plans_with_one_source_are_told_by_number_issuer_and_date() {
        let mut portal = sample::portal();
        let relations =
            |portal: &mut Portal, plan: usize, number: &str, issuer: &str, date: &str| {
                portal.plans[plan].relations = vec![outside(number, issuer, date)]
            };
        relations(&mut portal, 1, "71-NQ/TW", "Bộ Chính trị", "2025-08-22");
        relations(&mut portal, 3, "71–NQ/TW", "bộ chính  trị", "2025-08-22");
        let view = at(&portal, 1);
        assert_eq!(kinds(&view)[1], ("shares_parent", vec!["Plan of February 2026"]));
        assert_eq!(view.groups[1].parent, "Resolution No. 71-NQ/TW");
        for (number, issuer, date) in [
            ("71-NQ/TU", "Bộ Chính trị", "2025-08-22"),
            ("71-NQ/TW", "Tỉnh ủy", "2025-08-22"),
            ("71-NQ/TW", "Bộ Chính trị", "2020-08-22"),
        ] {
            relations(&mut portal, 3, number, issuer, date);
            assert_eq!(at(&portal, 1).groups.len(), 1, "{number} {issuer} {date}");
        }
    }

    #[test]
    fn a_document_without_date_shares_nothing() {
        let mut portal = sample::portal();
        for plan in [1, 3] {
            portal.plans[plan].relations = vec![outside("71-NQ/TW", "Bộ Chính trị", "")];
        }
        assert_eq!(at(&portal, 1).groups.len(), 1);
    }

    #[test]
    fn of_many_plans_with_one_source_those_around_are_listed_and_the_rest_is_counted() {
        let mut portal = sample::portal();
        let model = portal.plans[2].clone();
        for number in 0..40 {
            portal.plans.push(Plan {
                slug: format!("plan-{number}"),
                relations: vec![Relation::to_plan(RelationKind::Implements, PlanIndex(1))],
                ..model.clone()
            });
        }
        let view = at(&portal, 20);
        let siblings =
            view.groups.iter().find(|group| group.kind == "shares_parent").expect("siblings");
        assert_eq!((siblings.documents.len(), siblings.more), (SIBLINGS, 31));
        let first = view_of_first(&portal);
        assert_eq!((first.documents.len(), first.more), (SIBLINGS, 31));
        let parent = at(&portal, 1);
        let children =
            parent.groups.iter().find(|group| group.kind == "implemented_by").expect("children");
        assert_eq!((children.documents.len(), children.more), (LISTED, 10));
    }

    fn view_of_first(portal: &Portal) -> RelatedGroup<'_> {
        at(portal, 4)
            .groups
            .into_iter()
            .find(|group| group.kind == "shares_parent")
            .expect("siblings")
    }

    #[test]
    fn without_relations_there_is_no_diagram() {
        let mut portal = sample::portal();
        assert!(at(&portal, 1).figure.is_some());
        portal.plans[1].relations.clear();
        let view = at(&portal, 1);
        assert!(view.figure.is_none() && view.groups.is_empty());
    }
}
