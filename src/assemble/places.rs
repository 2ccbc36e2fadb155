//! Places in their order, and the plan folders in theirs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::address::is_reserved_commune_slug;
use crate::content::{
    PlaceFolder, PlanFolder, Texts,
    lock::Lock,
    missing_file,
    records::{CommuneRecord, PlaceRecord, PlanRecord, StatementRecord, TargetsRecord},
};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;
use crate::portal::{NamedCommune, Place, PlaceIndex};

/// A plan's files, with the place they belong to.
pub struct PlanFiles {
    pub place: PlaceIndex,
    pub slug: String,
    pub source: Arc<Source>,
    pub record: PlanRecord,
    pub texts: Texts,
    pub original: Option<Arc<Source>>,
    pub targets: Option<(Arc<Source>, TargetsRecord)>,
    pub lock: Option<Lock>,
}

/// What the folders of all places hold, in the portal's order.
#[derive(Default)]
pub struct Folders {
    pub places: Vec<Place>,
    pub plans: Vec<PlanFiles>,
    /// How relations name every plan that has a folder, also of those that could not be read.
    pub plan_paths: BTreeSet<String>,
    pub results: Vec<(PlaceIndex, Arc<Source>, Vec<StatementRecord>)>,
}

/// Provinces by slug, each followed by its communes; the plans of each from the oldest on.
pub fn places(folders: BTreeMap<String, PlaceFolder>, report: &mut Report) -> Folders {
    let mut all = Folders::default();
    for (slug, mut folder) in folders {
        all.plan_paths.extend(folder.plans.keys().map(|plan| format!("{slug}/{plan}")));
        for (commune, folder) in &folder.communes {
            all.plan_paths
                .extend(folder.plans.keys().map(|plan| format!("{slug}/{commune}/{plan}")));
        }
        let communes = std::mem::take(&mut folder.communes);
        let listed = std::mem::take(&mut folder.listed);
        let province = add_place(slug, None, folder, &mut all, report);
        for (slug, folder) in communes {
            add_place(slug, province, folder, &mut all, report);
        }
        if let Some(province) = province {
            add_listed(listed, province, &mut all);
        }
    }
    all
}

/// The communes that a province lists. What the list says of one with a folder is added to that.
fn add_listed(listed: Vec<CommuneRecord>, province: PlaceIndex, all: &mut Folders) {
    for CommuneRecord { name, former_names } in listed {
        let of_province = all.places.iter_mut().filter(|place| place.parent == Some(province));
        match of_province
            .into_iter()
            .find(|place| place.full_name.vi == name.vi || place.name.vi == name.vi)
        {
            Some(own) => {
                let new: Vec<String> = former_names
                    .into_iter()
                    .filter(|former| !own.former_names.contains(former))
                    .collect();
                own.former_names.extend(new);
            }
            None => all.places[province.0].other_communes.push(NamedCommune { name, former_names }),
        }
    }
}

fn add_place(
    slug: String,
    parent: Option<PlaceIndex>,
    folder: PlaceFolder,
    all: &mut Folders,
    report: &mut Report,
) -> Option<PlaceIndex> {
    let PlaceFolder { place, results, listed: _, plans, communes: _ } = folder;
    let Some((source, record)) = place else {
        if let Some(location) = any_file(&plans, &results) {
            report.add(missing_file(location, &format!("{slug}/place.yaml")));
        }
        return None;
    };
    if parent.is_some() && is_reserved_commune_slug(&slug) {
        report.add(Diagnostic::new(
            Code::WrongSlug,
            Location::file(&source),
            Localized::text(
                format!("`{slug}` là tên thư mục của cổng"),
                format!("`{slug}` is the name of a folder of the portal itself"),
            ),
            Localized::text("thư mục của xã này", "the folder of this commune"),
            Localized::text(
                format!("đổi tên thư mục, ví dụ xa-{slug}"),
                format!("rename the folder, such as xa-{slug}"),
            ),
        ));
    }
    let PlaceRecord { name, full_name, kind, code, region, communes, former_names, facts } =
        record?;
    let index = PlaceIndex(all.places.len());
    all.places.push(Place {
        slug,
        name,
        full_name,
        kind,
        parent,
        code,
        region,
        communes,
        former_names,
        facts,
        other_communes: Vec::new(),
    });
    let mut plans: Vec<PlanFiles> = plans
        .into_iter()
        .filter_map(|(slug, folder)| plan_files(index, slug, folder, report))
        .collect();
    plans.sort_by(|left, right| {
        (left.record.date.value, &left.slug).cmp(&(right.record.date.value, &right.slug))
    });
    all.plans.extend(plans);
    all.results.extend(results.map(|(source, records)| (index, source, records)));
    Some(index)
}

fn plan_files(
    place: PlaceIndex,
    slug: String,
    folder: PlanFolder,
    report: &mut Report,
) -> Option<PlanFiles> {
    let PlanFolder { plan, texts, original, targets, lock } = folder;
    let Some((source, record)) = plan else {
        let file = texts.vi.or(texts.en).or(targets.map(|(source, _)| source))?;
        report.add(missing_file(Location::file(&file), &format!("{slug}/plan.yaml")));
        return None;
    };
    Some(PlanFiles { place, slug, source, record: record?, texts, original, targets, lock })
}

fn any_file(
    plans: &BTreeMap<String, PlanFolder>,
    results: &Option<(Arc<Source>, Vec<StatementRecord>)>,
) -> Option<Location> {
    let of_plans = plans.values().filter_map(|folder| {
        folder.plan.as_ref().map(|(source, _)| source).or(folder.texts.vi.as_ref())
    });
    of_plans.chain(results.as_ref().map(|(source, _)| source)).next().map(Location::file)
}
