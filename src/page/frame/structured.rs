//! What search engines and catalogues read in a page: schema.org terms as JSON-LD. A data block,
//! which a browser never runs.

use serde_json::{Map, Value, json};

use crate::address::{DataFile, Format, Page, Route, address_of, relative};
use crate::language::{Language, pick};
use crate::portal::{IndicatorIndex, PlaceIndex, PlanIndex, PlanStatus, Portal, TextGrade};
use crate::wording::plan_name;

/// The JSON-LD of a page, written so that it can stand in an HTML script element; none for pages
/// that are about nothing else.
pub fn structured(portal: &Portal, language: Language, page: Page, path: &str) -> Option<String> {
    let writer = Writer { portal, language, path };
    let mut graph: Vec<Value> = writer.breadcrumbs(page).into_iter().collect();
    match page {
        Page::Plan(plan) => graph.push(writer.legislation(plan)),
        Page::Data => graph.push(writer.whole_dataset()),
        Page::Indicator(indicator) => graph.push(writer.indicator_dataset(indicator)),
        _ => {}
    }
    if graph.is_empty() {
        return None;
    }
    Some(in_html(&json!({"@context": "https://schema.org", "@graph": graph})))
}

/// No letter of it ends the element that it stands in.
fn in_html(value: &Value) -> String {
    value
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

struct Writer<'call> {
    portal: &'call Portal,
    language: Language,
    path: &'call str,
}

impl Writer<'_> {
    /// A file's address: whole where the portal has one, else from the page.
    fn address(&self, path: &str) -> String {
        self.portal
            .site_url
            .as_deref()
            .map_or_else(|| relative(self.path, path), |site| address_of(site, path))
    }

    fn page_address(&self, page: Page) -> String {
        self.address(&Route::Page(self.language, page).path(self.portal))
    }

    fn place_name(&self, place: PlaceIndex) -> String {
        self.portal.place(place).name.get(self.language).clone()
    }

    fn indicator_name(&self, indicator: IndicatorIndex) -> String {
        self.portal.indicator(indicator).name.get(self.language).clone()
    }

    /// The way from the first page to this one, as the line at its top shows it.
    fn breadcrumbs(&self, page: Page) -> Option<Value> {
        let words = |vi: &str, en: &str| pick(self.language, vi, en).to_owned();
        let list = |page: Page| match page {
            Page::Places => (words("Địa phương", "Places"), page),
            Page::Plans => (words("Kế hoạch", "Plans"), page),
            _ => (words("Chỉ tiêu", "Indicators"), Page::Indicators),
        };
        let place = |place: PlaceIndex| {
            let parent = self
                .portal
                .place(place)
                .parent
                .map(|parent| (self.place_name(parent), Page::Place(parent)));
            [list(Page::Places)]
                .into_iter()
                .chain(parent)
                .chain([(self.place_name(place), Page::Place(place))])
                .collect::<Vec<_>>()
        };
        let of_place = |at: PlaceIndex, last: (String, Page)| {
            place(at).into_iter().chain([last]).collect::<Vec<_>>()
        };
        let steps: Vec<(String, Page)> = match page {
            Page::Places | Page::Plans | Page::Indicators => vec![list(page)],
            Page::Place(at) => place(at),
            Page::Plan(plan) => of_place(
                self.portal.plan(plan).place,
                (plan_name(self.portal.plan(plan), self.language), page),
            ),
            Page::Indicator(indicator) => {
                vec![list(Page::Indicators), (self.indicator_name(indicator), page)]
            }
            Page::IndicatorInProvince(indicator, province) => {
                vec![
                    list(Page::Indicators),
                    (self.indicator_name(indicator), Page::Indicator(indicator)),
                    (self.place_name(province), page),
                ]
            }
            Page::IndicatorAtPlace(indicator, at) => {
                of_place(at, (self.indicator_name(indicator), page))
            }
            Page::ConflictsAt(at) => of_place(at, (words("Mâu thuẫn", "Conflicts"), page)),
            Page::Revisions(at) => {
                of_place(at, (words("Thay đổi qua các kế hoạch", "Revisions"), page))
            }
            Page::Levels(at) => {
                of_place(at, (words("So sánh với tỉnh", "Compared with the province"), page))
            }
            Page::Data => vec![(words("Dữ liệu", "Data"), page)],
            _ => return None,
        };
        let home = (words("Trang chủ", "Home"), Page::Home);
        let steps = [home].into_iter().chain(steps).enumerate();
        let items: Vec<Value> =
            steps.map(|(number, (name, page))| json!({"@type": "ListItem", "position": number + 1, "name": name, "item": self.page_address(page)})).collect();
        Some(json!({"@type": "BreadcrumbList", "itemListElement": items}))
    }

    fn legislation(&self, at: PlanIndex) -> Value {
        let plan = self.portal.plan(at);
        let place = self.portal.place(plan.place).full_name.get(self.language);
        let mut said = Map::new();
        said.insert("@type".into(), json!("Legislation"));
        said.insert("name".into(), json!(plan.title.get(self.language)));
        if let Some(number) = &plan.number {
            said.insert("legislationIdentifier".into(), json!(number));
        }
        said.insert("legislationType".into(), json!(plan.document_type.get(self.language)));
        said.insert("legislationDate".into(), json!(plan.date.iso()));
        said.insert(
            "legislationPassedBy".into(),
            json!({"@type": "Organization", "name": plan.issuer.get(self.language)}),
        );
        said.insert(
            "legislationJurisdiction".into(),
            json!({"@type": "AdministrativeArea", "name": place}),
        );
        // Only what is known: a signed plan may have lapsed without the portal being told.
        if plan.status != PlanStatus::Signed {
            said.insert("legislationLegalForce".into(), json!("https://schema.org/NotInForce"));
        }
        said.insert("inLanguage".into(), json!(plan.language_of_text(self.language).code()));
        said.insert("url".into(), json!(self.page_address(Page::Plan(at))));
        if plan.text_grade == TextGrade::Edition {
            let text = json!({"@type": "LegislationObject", "legislationLegalValue": "https://schema.org/UnofficialLegalValue", "encodingFormat": "text/html"});
            said.insert("encoding".into(), text);
        }
        Value::Object(said)
    }

    fn whole_dataset(&self) -> Value {
        let files = [DataFile::Targets(Format::Csv), DataFile::Targets(Format::Json)];
        let about = pick(
            self.language,
            "Mọi mục tiêu, định hướng, mức xuất phát, kết quả và hạn báo cáo của các kế hoạch \
             trên cổng, mỗi con số dẫn đến điều khoản nêu ra nó.",
            "Every target, aim, baseline, result and deadline of the plans on the portal, each \
             figure with the clause that states it.",
        );
        self.dataset(self.portal.title.get(self.language), about.to_owned(), Page::Data, files)
    }

    fn indicator_dataset(&self, at: IndicatorIndex) -> Value {
        let name = self.indicator_name(at);
        let about = format!(
            "{} {}",
            self.portal.indicator(at).definition.get(self.language),
            pick(
                self.language,
                "Mục tiêu, định hướng, mức xuất phát và kết quả của từng địa phương, kèm điều \
                 khoản nêu ra.",
                "Targets, aims, baselines and results of each place, with the clauses that \
                 state them.",
            )
        );
        let mut dataset = self.dataset(
            &name,
            about,
            Page::Indicator(at),
            [DataFile::Indicator(at, Format::Csv), DataFile::Indicator(at, Format::Json)],
        );
        if let Value::Object(said) = &mut dataset {
            said.insert("variableMeasured".into(), json!(name));
        }
        dataset
    }

    fn dataset(&self, name: &str, about: String, page: Page, files: [DataFile; 2]) -> Value {
        let kinds = ["text/csv", "application/json"];
        let distribution: Vec<Value> = files
            .into_iter()
            .zip(kinds)
            .map(|(file, kind)| json!({"@type": "DataDownload", "encodingFormat": kind, "contentUrl": self.address(&file.path(self.portal))}))
            .collect();
        let mut said = Map::new();
        said.insert("@type".into(), json!("Dataset"));
        said.insert("name".into(), json!(name));
        said.insert("description".into(), json!(about));
        said.insert("url".into(), json!(self.page_address(page)));
        said.insert("inLanguage".into(), json!(["vi", "en"]));
        said.insert("isAccessibleForFree".into(), json!(true));
        if let Some(licence) = &self.portal.licence {
            said.insert("license".into(), json!(licence.url));
        }
        said.insert(
            "creator".into(),
            json!({"@type": "Organization", "name": self.portal.publisher.get(self.language)}),
        );
        said.insert("dateModified".into(), json!(self.portal.as_of.iso()));
        said.insert("distribution".into(), json!(distribution));
        Value::Object(said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::sample;

    fn of(portal: &Portal, page: Page) -> Value {
        let path = Route::Page(Language::En, page).path(portal);
        serde_json::from_str(&structured(portal, Language::En, page, &path).expect("JSON-LD"))
            .expect("JSON")
    }

    #[test]
    fn a_plan_is_legislation_and_says_no_more_of_its_force_than_is_known() {
        let portal = sample::portal();
        let said = of(&portal, Page::Plan(PlanIndex(1)));
        let plan = &said["@graph"][1];
        assert_eq!(
            (plan["@type"].as_str(), plan["legislationIdentifier"].as_str()),
            (Some("Legislation"), Some("243/KH-UBND"))
        );
        assert_eq!(
            plan["url"],
            "https://example.vn/minh-bach/en/places/lang-son/plans/243-2025.html"
        );
        assert!(plan["legislationLegalForce"].is_null());
        assert_eq!(
            of(&portal, Page::Plan(PlanIndex(3)))["@graph"][1]["legislationLegalForce"],
            "https://schema.org/NotInForce"
        );
    }

    #[test]
    fn the_breadcrumbs_lead_from_home_to_the_page() {
        let portal = sample::portal();
        let crumbs = of(&portal, Page::IndicatorAtPlace(IndicatorIndex(0), PlaceIndex(1)));
        let items = crumbs["@graph"][0]["itemListElement"].as_array().expect("items").clone();
        let names: Vec<_> =
            items.iter().map(|item| item["name"].as_str().expect("a name")).collect();
        assert_eq!(names, ["Home", "Places", "Lang Son", "Bang Mac", "Nursery enrolment rate"]);
        assert_eq!(items[4]["position"], 5);
    }

    #[test]
    fn a_dataset_has_its_files_and_its_licence() {
        let mut portal = sample::portal();
        let data = of(&portal, Page::Data)["@graph"][1].clone();
        assert_eq!(
            data["distribution"][0]["contentUrl"],
            "https://example.vn/minh-bach/data/targets.csv"
        );
        assert_eq!(data["license"], "https://creativecommons.org/licenses/by/4.0/");
        portal.site_url = None;
        assert_eq!(
            of(&portal, Page::Indicator(IndicatorIndex(0)))["@graph"][1]["distribution"][1]["contentUrl"],
            "../../data/indicators/nursery-enrolment.json"
        );
    }

    #[test]
    fn nothing_in_it_can_end_its_element() {
        let mut portal = sample::portal();
        portal.plans[1].title.en = "</script><script>alert(1)</script><!-- & \u{2028}".to_owned();
        let page = Page::Plan(PlanIndex(1));
        let written = structured(&portal, Language::En, page, "en/x.html").expect("JSON-LD");
        assert!(!written.contains(['<', '>', '&', '\u{2028}']));
        assert_eq!(of(&portal, page)["@graph"][1]["name"], portal.plans[1].title.en.as_str());
    }
}
