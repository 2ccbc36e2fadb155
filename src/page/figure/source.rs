//! The line under a chart that says where its figures come from, wherever the chart is shown: the
//! documents, then the portal.

use crate::language::{Language, pick};
use crate::portal::{Evidence, PlaceIndex, PlanIndex, PlanStatus, Portal, Statement};
use crate::wording::plan_name;

/// How many documents are named; the others are counted.
const MOST_NAMED: usize = 3;

/// A document: one of the portal's plans, or a report outside of them by its title.
#[derive(PartialEq, Eq)]
enum Document<'portal> {
    Plan(PlanIndex),
    Report(&'portal str, PlaceIndex),
}

impl Document<'_> {
    fn place(&self, portal: &Portal) -> PlaceIndex {
        match *self {
            Document::Plan(plan) => portal.plan(plan).place,
            Document::Report(_, place) => place,
        }
    }

    fn name(&self, portal: &Portal, language: Language) -> String {
        match *self {
            Document::Plan(plan) => plan_name(portal.plan(plan), language),
            Document::Report(title, _) => title.to_owned(),
        }
    }

    fn is_draft(&self, portal: &Portal) -> bool {
        matches!(*self, Document::Plan(plan) if portal.plan(plan).status == PlanStatus::Draft)
    }
}

/// The documents of the statements that a chart shows, in their order: `Kế hoạch 243/KH-UBND (Lạng
/// Sơn); Kế hoạch tháng 2 năm 2026 (Cao Bằng, dự thảo) · Minh bạch kế hoạch giáo dục, tính đến
/// 22/11/2026`. Places are named where there are several.
pub fn source_line<'portal>(
    portal: &'portal Portal,
    statements: impl IntoIterator<Item = &'portal Statement>,
    language: Language,
) -> String {
    let mut documents: Vec<Document> = Vec::new();
    for statement in statements {
        let document = match &statement.evidence {
            Evidence::Clause { plan, .. } => Document::Plan(*plan),
            Evidence::Outside(report) => {
                Document::Report(report.title.get(language), statement.place)
            }
        };
        if !documents.contains(&document) {
            documents.push(document);
        }
    }
    let in_one_place =
        documents.windows(2).all(|pair| pair[0].place(portal) == pair[1].place(portal));
    let mut names: Vec<String> = documents
        .iter()
        .take(MOST_NAMED)
        .map(|document| {
            let name_of = |place: PlaceIndex| portal.place(place).name.get(language).as_str();
            // Communes of two provinces may have one name.
            let places =
                [Some(document.place(portal)), portal.place(document.place(portal)).parent];
            let place = places.into_iter().flatten().filter(|_| !in_one_place).map(name_of);
            let draft = document.is_draft(portal).then(|| pick(language, "dự thảo", "draft"));
            let said: Vec<&str> = place.chain(draft).collect();
            let name = document.name(portal, language);
            if said.is_empty() { name } else { format!("{name} ({})", said.join(", ")) }
        })
        .collect();
    let others = documents.len() - names.len();
    if others > 0 {
        names.push(match language {
            Language::Vi => format!("và {others} văn bản khác"),
            Language::En => {
                format!("and {others} other {}", if others == 1 { "document" } else { "documents" })
            }
        });
    }
    from(portal, &names.join("; "), language)
}

/// The line under a drawing of the relations of one plan.
pub fn source_line_of_plan(portal: &Portal, plan: PlanIndex, language: Language) -> String {
    from(portal, &plan_name(portal.plan(plan), language), language)
}

fn from(portal: &Portal, documents: &str, language: Language) -> String {
    let as_of = format!("{} {}", pick(language, "tính đến", "as of"), portal.as_of.short(language));
    let portal = format!("{}, {as_of}", portal.title.get(language));
    if documents.is_empty() { portal } else { format!("{documents} · {portal}") }
}

/// The licence's address: its name may be a whole sentence.
pub fn licence_line(portal: &Portal) -> String {
    portal.licence.as_ref().map_or_else(String::new, |licence| licence.url.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Localized;
    use crate::portal::{OutsideSource, sample};

    fn line(mut portal: Portal, statements: Vec<Statement>, language: Language) -> String {
        portal.statements = statements;
        source_line(&portal, &portal.statements, language)
    }

    #[test]
    fn documents_are_named_once_and_places_where_there_are_several() {
        let portal = sample::portal();
        let title = from(&portal, "", Language::Vi);
        let of_plan = |portal: &Portal, plan: usize| {
            let mut statement = portal.statements[0].clone();
            let Evidence::Clause { plan: cited, .. } = &mut statement.evidence else {
                panic!("a clause")
            };
            *cited = PlanIndex(plan);
            statement.place = portal.plans[plan].place;
            statement
        };
        let (first, second) =
            (plan_name(&portal.plans[0], Language::Vi), plan_name(&portal.plans[1], Language::Vi));
        let of_one = vec![of_plan(&portal, 0), of_plan(&portal, 0)];
        assert_eq!(line(portal, of_one, Language::Vi), format!("{first} · {title}"));
        let mut two_places = sample::portal();
        two_places.plans[0].place = PlaceIndex(0);
        two_places.plans[1].place = PlaceIndex(1);
        two_places.plans[1].status = PlanStatus::Draft;
        let names = [0, 1].map(|place| two_places.places[place].name.vi.clone());
        let of_both = vec![of_plan(&two_places, 1), of_plan(&two_places, 0)];
        assert_eq!(
            line(two_places, of_both, Language::Vi),
            format!(
                "{second} ({}, {}, dự thảo); {first} ({}) · {title}",
                names[1], names[0], names[0]
            )
        );
    }

    #[test]
    fn a_long_list_is_counted() {
        let portal = sample::portal();
        let title = from(&portal, "", Language::En);
        let reports: Vec<Statement> = (1..=5)
            .map(|number| {
                let title =
                    Localized::text(format!("Báo cáo {number}"), format!("Report {number}"));
                Statement {
                    evidence: Evidence::Outside(OutsideSource { title, url: None }),
                    ..portal.statements[0].clone()
                }
            })
            .collect();
        assert_eq!(
            line(portal, reports.clone(), Language::En),
            format!("Report 1; Report 2; Report 3; and 2 other documents · {title}")
        );
        let four = reports[..4].to_vec();
        assert_eq!(
            line(sample::portal(), four, Language::En),
            format!("Report 1; Report 2; Report 3; and 1 other document · {title}")
        );
        assert_eq!(line(sample::portal(), Vec::new(), Language::En), title);
    }
}
