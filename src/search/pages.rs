//! The pages that are not a place, a plan, an indicator or a text of a plan: lists, reports,
//! comparisons and prose, each with its sections, and with the statements that it holds against
//! each other.

use super::documents::{Document, Kind};
use super::prose::paragraphs;
use crate::address::{Page, Route, listed_conflicts, routes, step_anchor};
use crate::compare::{Change, Comparison, levels, revisions};
use crate::index::PortalIndex;
use crate::language::{Language, pick};
use crate::portal::{Evidence, PlaceIndex, PlanStatus, Portal, StatementIndex, TopicIndex};
use crate::theme::Theme;
use crate::wording::{self, sentence};

/// A page with what is written above it, and its sections with their anchors; all of them keys of
/// the theme's strings.
struct Written {
    page: Page,
    title: &'static str,
    lead: &'static str,
    sections: &'static [(&'static str, &'static str, &'static str)],
    /// What people type for it besides, in both languages.
    typed: (&'static str, &'static str),
}

const WRITTEN: [Written; 10] = [
    Written {
        page: Page::Places,
        title: "places",
        lead: "places_lead",
        sections: &[],
        typed: (
            "danh sách tỉnh, thành phố, xã, phường",
            "list of provinces, cities, communes, wards",
        ),
    },
    Written {
        page: Page::Plans,
        title: "plans",
        lead: "plans_lead",
        sections: &[],
        typed: ("danh sách kế hoạch, văn bản, nghị quyết", "list of plans, documents, resolutions"),
    },
    Written {
        page: Page::Indicators,
        title: "indicators",
        lead: "indicators_lead",
        sections: &[],
        typed: ("danh sách chỉ tiêu, mục tiêu, chủ đề", "list of indicators, targets, topics"),
    },
    Written {
        page: Page::Due,
        title: "due_title",
        lead: "due_lead",
        sections: &[
            ("unreported", "unreported", "unreported_explained"),
            ("coming", "coming", "coming_explained"),
        ],
        typed: (
            "quá hạn, trễ hạn, chậm báo cáo, hạn chót",
            "overdue, late, missed deadlines, no report yet",
        ),
    },
    Written {
        page: Page::Evidence,
        title: "evidence_report",
        lead: "evidence_lead",
        sections: &[
            ("against", "proven_against", ""),
            ("by-plan", "plan_by_plan", ""),
            ("uncovered", "uncovered_title", ""),
        ],
        typed: (
            "chứng cứ, bằng chứng, kiểm chứng, độ tin cậy",
            "evidence, proof, verification, accuracy",
        ),
    },
    Written {
        page: Page::Conflicts,
        title: "conflicts_title",
        lead: "conflicts_lead",
        sections: &[
            ("one-plan", "conflicts_in_one_plan", "conflicts_in_one_plan_explained"),
            ("between-plans", "conflicts_between_plans", "conflicts_between_plans_explained"),
        ],
        typed: (
            "không khớp, trái nhau, khác nhau, sai lệch",
            "contradictions, inconsistencies, discrepancies",
        ),
    },
    Written {
        page: Page::Corrections,
        title: "corrections_title",
        lead: "corrections_lead",
        sections: &[],
        typed: ("sửa lỗi, đăng sai, sai sót", "errata, errors, mistakes, mended"),
    },
    Written {
        page: Page::Contact,
        title: "contact_title",
        lead: "contact_lead",
        sections: &[("where", "contact_where", ""), ("write", "contact_letter", "")],
        typed: (
            "góp ý, phản ánh, khiếu nại, báo lỗi, báo sai, số điện thoại, hộp thư",
            "feedback, complaint, report a mistake, e-mail, phone",
        ),
    },
    Written {
        page: Page::Glossary,
        title: "glossary",
        lead: "glossary_lead",
        sections: &[],
        typed: ("từ điển, chữ viết tắt, giải thích", "abbreviations, definitions, terms"),
    },
    Written {
        page: Page::Data,
        title: "data",
        lead: "data_lead",
        sections: &[("columns", "columns", "")],
        typed: (
            "tải về, tải xuống, dữ liệu mở, csv, excel",
            "download, open data, csv, spreadsheet, excel",
        ),
    },
];

/// A page of a place shows so many bytes of its statements as a result; by the others it is only
/// found.
const SHOWN: usize = 1_500;

/// Hands on the pages, page by page.
pub fn each(
    portal: &Portal,
    index: &PortalIndex,
    theme: &Theme,
    language: Language,
    found: &mut impl FnMut(Document),
) {
    let pages = Pages { portal, index, theme, language };
    for route in routes(portal, index) {
        let Route::Page(own, page) = route else { continue };
        if own == language {
            pages.page(page, found);
        }
    }
}

struct Pages<'portal> {
    portal: &'portal Portal,
    index: &'portal PortalIndex,
    theme: &'portal Theme,
    language: Language,
}

impl Pages<'_> {
    fn page(&self, page: Page, found: &mut impl FnMut(Document)) {
        match page {
            Page::Places
            | Page::Plans
            | Page::Indicators
            | Page::Due
            | Page::Evidence
            | Page::Glossary => self.written(page, found),
            Page::Data => {
                self.written(page, found);
                if let Some(position) = self
                    .portal
                    .pages
                    .iter()
                    .position(|prose| prose.slug == crate::address::DATA_SLUG)
                {
                    self.prose(position, page, found);
                }
            }
            Page::Conflicts => {
                self.written(page, found);
                self.conflicts(found);
            }
            Page::Corrections | Page::Contact => self.written(page, found),
            Page::Revisions(place) => self.revisions(place, found),
            Page::Levels(place) => self.levels(place, found),
            Page::Prose(position) => self.prose(position, page, found),
            // These are kinds of their own, or hold nothing that does not stand elsewhere.
            Page::Home
            | Page::Search
            | Page::Place(_)
            | Page::Plan(_)
            | Page::Sides(_)
            | Page::Indicator(_) => {}
            Page::IndicatorInProvince(..) | Page::IndicatorAtPlace(..) | Page::ConflictsAt(_) => {}
        }
    }

    fn say(&self, key: &str) -> &str {
        self.theme.strings.get(self.language).get(key).map_or("", String::as_str)
    }

    fn path(&self, page: Page) -> String {
        Route::Page(self.language, page).path(self.portal)
    }

    /// A sentence of the theme's, if nothing is to be filled in.
    fn plain(&self, key: &str) -> String {
        let text = self.say(key);
        if text.contains('{') { String::new() } else { text.to_owned() }
    }

    fn written(&self, page: Page, found: &mut impl FnMut(Document)) {
        let Some(written) = WRITTEN.iter().find(|written| written.page == page) else { return };
        let (title, path) = (self.say(written.title), self.path(page));
        let other = self.theme.strings.get(self.language.other()).get(written.title).cloned();
        let typed = pick(self.language, written.typed.0, written.typed.1).to_owned();
        found(Document {
            text: self.plain(written.lead),
            also: other.into_iter().chain([typed]).collect(),
            ..Document::new(Kind::Page, path.clone(), title)
        });
        for (anchor, heading, explained) in written.sections {
            found(Document {
                context: title.to_owned(),
                text: self.plain(explained),
                ..Document::new(Kind::Page, format!("{path}#{anchor}"), self.say(heading))
            });
        }
    }

    /// Each paragraph, under its heading.
    fn prose(&self, position: usize, page: Page, found: &mut impl FnMut(Document)) {
        let prose = &self.portal.pages[position];
        let (title, path) = (prose.title.get(self.language), self.path(page));
        if page != Page::Data {
            found(Document {
                also: vec![prose.title.get(self.language.other()).clone()],
                ..Document::new(Kind::Page, path.clone(), title)
            });
        }
        for paragraph in paragraphs(prose.html.get(self.language)) {
            let anchor = if paragraph.anchor.is_empty() {
                String::new()
            } else {
                format!("#{}", paragraph.anchor)
            };
            let url = format!("{path}{anchor}");
            found(match paragraph.is_heading {
                true => Document {
                    context: title.clone(),
                    ..Document::new(Kind::Page, url, paragraph.text)
                },
                false if paragraph.heading.is_empty() => Document {
                    text: paragraph.text,
                    titled: false,
                    ..Document::new(Kind::Page, url, title)
                },
                false => Document {
                    context: title.clone(),
                    text: paragraph.text,
                    also: vec![paragraph.heading.clone()],
                    titled: false,
                    ..Document::new(Kind::Page, url, paragraph.heading)
                },
            });
        }
    }

    /// Each pair that cannot both be meant.
    fn conflicts(&self, found: &mut impl FnMut(Document)) {
        let title = self.say("conflicts_title");
        for (page, anchor, conflict) in listed_conflicts(self.portal, self.index) {
            let path = self.path(page);
            let sides = [conflict.first, conflict.second];
            let first = self.portal.statement(conflict.first);
            let name = self.portal.indicator(first.indicator).name.get(self.language);
            let text = sides
                .map(|side| sentence(self.portal, self.portal.statement(side), self.language))
                .join(" / ");
            found(Document {
                context: format!(
                    "{title} · {}",
                    self.portal.place(first.place).name.get(self.language)
                ),
                text,
                titled: false,
                ..self.holding(
                    Document::new(
                        Kind::Page,
                        format!("{path}#{anchor}"),
                        format!("{title}: {}", wording::lower_first(name)),
                    ),
                    first.place,
                    &sides,
                )
            });
        }
    }

    /// What each newer plan changed, and what it kept.
    fn revisions(&self, at: PlaceIndex, found: &mut impl FnMut(Document)) {
        let (path, place) =
            (self.path(Page::Revisions(at)), self.portal.place(at).name.get(self.language));
        let title = format!("{place}: {}", wording::lower_first(self.say("revisions_title")));
        let lead = self.say("revisions_lead").replace("{place}", place);
        let typed = pick(
            self.language,
            "điều chỉnh, sửa đổi mục tiêu giữa các kế hoạch",
            "revised targets, changes, amendments between plans",
        )
        .to_owned();
        found(Document {
            text: lead,
            also: vec![typed],
            place: Some(at),
            ..Document::new(Kind::Page, path.clone(), title.clone())
        });
        for step in revisions(self.portal, self.index.plans_of(at), self.index.of_place(at))
            .into_iter()
            .rev()
        {
            let anchor = step_anchor(self.portal, &step);
            let mut revised = step.revised;
            revised.sort_by_key(|revision| revision.change);
            let kept = revised
                .iter()
                .position(|revision| revision.change == Change::Kept)
                .unwrap_or(revised.len());
            // What changed comes first; what was kept says nothing new.
            let told: Vec<StatementIndex> = revised[..kept]
                .iter()
                .flat_map(|revision| [revision.newer, revision.older])
                .collect();
            let name = |plan| wording::plan_name(self.portal.plan(plan), self.language);
            let heading = format!("{} → {}", name(step.older), name(step.newer));
            let document = Document {
                context: title.clone(),
                titled: false,
                ..Document::new(Kind::Page, format!("{path}#{anchor}"), heading)
            };
            found(self.telling(document, at, &told));
        }
    }

    /// Where a commune promises less than its province, more, or something that cannot be compared.
    fn levels(&self, at: PlaceIndex, found: &mut impl FnMut(Document)) {
        let place = self.portal.place(at);
        let Some(parent) = place.parent else { return };
        let (path, names) = (
            self.path(Page::Levels(at)),
            [at, parent].map(|place| self.portal.place(place).name.get(self.language).as_str()),
        );
        let title = format!("{}: {}", names[0], wording::lower_first(self.say("levels_title")));
        let lead =
            self.say("levels_lead").replace("{place}", names[0]).replace("{parent}", names[1]);
        let typed =
            pick(self.language, "đối chiếu với tỉnh", "comparison with the province").to_owned();
        found(Document {
            text: lead,
            also: vec![typed],
            place: Some(at),
            ..Document::new(Kind::Page, path.clone(), title.clone())
        });
        let pairs = levels(self.portal, self.index.of_place(at), self.index.of_place(parent));
        for (comparison, key) in [
            (Comparison::Less, "less"),
            (Comparison::More, "more"),
            (Comparison::Unlike, "unlike"),
            (Comparison::Same, "same"),
        ] {
            let told: Vec<StatementIndex> = pairs
                .iter()
                .filter(|pair| pair.comparison == comparison)
                .flat_map(|pair| [pair.child, pair.parent])
                .collect();
            if told.is_empty() {
                continue;
            }
            let heading = self.say(&format!("levels_{key}"));
            let document = Document {
                context: title.clone(),
                ..Document::new(Kind::Page, format!("{path}#{key}"), heading)
            };
            found(self.telling(document, at, &told));
        }
    }

    /// A section with what its statements say, as far as that can be shown; by the others it is
    /// only found.
    fn telling(&self, document: Document, at: PlaceIndex, told: &[StatementIndex]) -> Document {
        let (mut text, mut also) = (String::new(), Vec::new());
        for &position in told {
            let said = sentence(self.portal, self.portal.statement(position), self.language);
            if text.len() < SHOWN {
                text.push_str(&said);
                text.push_str(". ");
            } else {
                also.push(said);
            }
        }
        text.truncate(text.trim_end().len());
        Document { text, also, repeats: true, ..self.holding(document, at, told) }
    }

    /// The document with the place, the topics and the state of the statements that it shows.
    fn holding(&self, document: Document, at: PlaceIndex, told: &[StatementIndex]) -> Document {
        let statements = || told.iter().map(|&position| self.portal.statement(position));
        let mut topics: Vec<TopicIndex> = statements()
            .map(|statement| self.portal.indicator(statement.indicator).topic)
            .collect();
        topics.sort_unstable();
        topics.dedup();
        let is_draft = |evidence: &Evidence| matches!(evidence, Evidence::Clause { plan, .. } if self.portal.plan(*plan).status == PlanStatus::Draft);
        Document {
            place: Some(at),
            topics,
            draft: statements().any(|statement| is_draft(&statement.evidence)),
            ..document
        }
    }
}
