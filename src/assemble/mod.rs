//! Records to the portal: references resolved, both languages of each text paired, every statement
//! proven. What fails is reported and left out, so that one run shows all there is to mend.

use crate::address::is_reserved_prose_slug;
use crate::assemble::languages::both;
mod both_languages;
mod catalogue;
mod citations;
mod corrections;
mod country;
mod coverage;
mod declared_conflicts;
mod dropped;
mod events;
mod identities;
mod languages;
mod lineage;
mod open_figures;
mod origins;
mod paths;
mod places;
mod plans;
mod proofs;
mod replaced_results;
mod row;
mod row_names;
mod rows;
mod signed;

use rayon::prelude::*;

use crate::content::{Content, Texts};
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::language::{Language, Localized, date::Date};
use crate::markdown;
use crate::portal::{Place, Plan, PlanIndex, Portal, ProsePage, Statement, StatementIndex};
pub use open_figures::open_figures;
use plans::AssembledPlan;
use replaced_results::Replacing;

pub use origins::{
    Assembled, DifferingResults, Event, EventKind, NamedConflict, Origins, PlanOrigin, ReadProse,
    Related,
};
pub use row_names::RowNames;

/// What the command line may say instead of `portal.yaml`.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    pub as_of: Option<Date>,
    pub site_url: Option<String>,
    /// Whether no PNG is made, whatever `portal.yaml` says.
    pub no_png: bool,
}

/// How a plan's text calls its own place.
fn names_of(place: &Place) -> Localized<Vec<String>> {
    Localized::from_fn(|language| {
        vec![place.name.get(language).clone(), place.full_name.get(language).clone()]
    })
}

/// The portal, or `None` where `portal.yaml` could not be read. It is whole only if the report has
/// no errors.
pub fn assemble(
    mut content: Content,
    overrides: Overrides,
    report: &mut Report,
) -> Option<Assembled> {
    let catalogue = catalogue::catalogue(&mut content, report);
    let vocabularies = proofs::Vocabularies::new(&catalogue, &content.glossary);
    let folders = places::places(std::mem::take(&mut content.places), report);

    let events = events::events(&folders);

    let mut names = RowNames::new(&folders.plan_paths);

    let place_names: Vec<Localized<Vec<String>>> = folders.places.iter().map(names_of).collect();
    // Plan by plan in parallel: reading a text and proving its rows is most of the work.
    let assembled: Vec<(Option<AssembledPlan>, Report)> = folders
        .plans
        .into_par_iter()
        .map(|files| {
            let mut report = Report::default();
            let names = &place_names[files.place.0];
            (plans::plan(files, names, &catalogue, &vocabularies, &mut report), report)
        })
        .collect();

    let mut plans: Vec<Plan> = Vec::new();
    let mut statements: Vec<Statement> = Vec::new();
    let mut origins: Vec<PlanOrigin> = Vec::new();
    let mut dropped = Vec::new();
    let (mut elsewhere, mut conflicts) = (Vec::new(), Vec::new());
    let mut readings = Vec::new();
    let mut replacing = Vec::new();
    for (assembled, plan_report) in assembled {
        report.append(plan_report);
        let Some(AssembledPlan { plan, mut rows, origin, ids, dropped: drops }) = assembled else {
            continue;
        };
        let (at, first) = (PlanIndex(plans.len()), statements.len());
        let of_row = |(number, row): (usize, &row::Row)| {
            (row.id.clone(), StatementIndex(first + number), row.location.clone())
        };
        names.add(
            &paths::plan_path(&folders.places, plan.place, &plan.slug),
            ids,
            rows.iter().enumerate().map(of_row),
        );
        for (number, row) in rows.iter_mut().enumerate() {
            let Some(named) = row.conflict_named.take() else { continue };
            let (at, source) = (StatementIndex(first + number), row.location.source.clone());
            match row.conflicts_with {
                Some(_) => conflicts.push(NamedConflict { row: at, named, source }),
                None => elsewhere.push((at, named, source)),
            }
        }
        readings.extend(rows.iter().filter_map(|row| row.reading_location.clone()));
        replacing.extend(rows.iter_mut().enumerate().filter_map(|(number, row)| {
            let named = row.replaces.take()?;
            let source = row.location.source.clone();
            Some(Replacing { row: StatementIndex(first + number), named, source })
        }));
        dropped.extend(drops.map(|(source, records)| (at, source, records)));
        rows::add_rows(at, rows, &mut statements);
        plans.push(plan);
        origins.push(origin);
    }
    let rows_of_plans = statements.len();
    conflicts.extend(declared_conflicts::between_plans(&mut statements, elsewhere, &names, report));
    let related: Vec<&[Related]> =
        origins.iter().map(|origin| origin.relations.as_slice()).collect();
    lineage::resolve(&mut plans, &related, &folders.places, &folders.plan_paths, report);
    for (place, source, records) in folders.results {
        let outside =
            rows::outside_results(place, &source, records, &catalogue, &mut statements, report);
        let ids = outside.iter().map(|row| row.id.clone()).collect();
        let of_row = |row: &rows::OutsideRow| (row.id.clone(), row.at, row.location.clone());
        let path = paths::place_path(&folders.places, place);
        names.add(&path, ids, outside.iter().map(of_row));
        replacing.extend(outside.into_iter().filter_map(|row| {
            Some(Replacing { row: row.at, named: row.replaces?, source: source.clone() })
        }));
    }

    let (pages, prose) = pages(content.pages, report);
    let country = content
        .country
        .map(|(source, record)| country::country(&source, record, &folders.places, report));
    let (_, record) = content.portal?;
    let mut portal = Portal {
        title: record.title,
        description: record.description,
        publisher: record.publisher,
        licence: record.licence,
        contact: record.contact,
        legal_basis: record.legal_basis,
        site_url: overrides.site_url.or(record.site_url),
        as_of: overrides.as_of.unwrap_or(record.as_of),
        status_method: record.status_method,
        png: record.png && !overrides.no_png,
        topics: catalogue.topics,
        dimensions: catalogue.dimensions,
        units: catalogue.units,
        indicators: catalogue.indicators,
        country,
        places: folders.places,
        plans,
        statements,
        glossary: content.glossary,
        pages,
    };
    let differing_results = replaced_results::settle(&mut portal, replacing, &names, report);
    let dropped = dropped::add_dropped(&mut portal, dropped, &names, report);
    let origins = Origins {
        plans: origins,
        rows: names,
        conflicts,
        differing_results,
        readings,
        rows_of_plans,
        dropped,
        events,
        prose,
        own_files: content.files,
    };
    Some(Assembled { portal, origins })
}

/// The pages of prose, each in both languages.
fn pages(
    files: std::collections::BTreeMap<String, Texts>,
    report: &mut Report,
) -> (Vec<ProsePage>, Vec<ReadProse>) {
    files
        .into_iter()
        .filter_map(|(slug, texts)| {
            let sources = both(texts, &slug, report)?;
            if is_reserved_prose_slug(&slug) {
                report.add(Diagnostic::new(
                    Code::WrongSlug,
                    Location::file(&sources.vi),
                    Localized::text(
                        format!("`{slug}` là tên một trang của cổng"),
                        format!("`{slug}` is the name of a page of the portal itself"),
                    ),
                    Localized::text("tệp này", "this file"),
                    Localized::text(
                        format!("đổi tên tệp, ví dụ trang-{slug}.vi.md"),
                        format!("rename the file, such as page-{slug}.vi.md"),
                    ),
                ));
            }
            let vi = markdown::prose(&sources.vi, Language::Vi, report);
            let en = markdown::prose(&sources.en, Language::En, report);
            for (source, page) in [(&sources.vi, &vi), (&sources.en, &en)] {
                if page.title.is_empty() {
                    report.add(Diagnostic::new(
                        Code::MissingField,
                        Location::file(source),
                        Localized::text("trang thiếu tiêu đề", "the page has no title"),
                        Localized::text("dòng đầu", "the first line"),
                        Localized::text(
                            "bắt đầu tệp bằng `# Tiêu đề`",
                            "begin the file with `# Title`",
                        ),
                    ));
                }
            }
            let page = ProsePage {
                slug,
                title: Localized::text(&vi.title, &en.title),
                html: Localized::text(&vi.html, &en.html),
            };
            Some((page, Localized { vi: (sources.vi, vi), en: (sources.en, en) }))
        })
        .unzip()
}
