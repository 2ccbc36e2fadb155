//! The grid of the country: its tiles with the places that the portal has, each in a cell of its
//! own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::content::fields::{At, closest, wrong_value};
use crate::content::records::CountryRecord;
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;
use crate::portal::{Archipelago, Country, CountryTile, Place, PlaceIndex};

pub fn country(
    source: &Arc<Source>,
    record: CountryRecord,
    places: &[Place],
    report: &mut Report,
) -> Country {
    let provinces: BTreeMap<&str, PlaceIndex> = places
        .iter()
        .enumerate()
        .filter(|(_, place)| place.parent.is_none())
        .map(|(index, place)| (place.slug.as_str(), PlaceIndex(index)))
        .collect();
    let mut taken: BTreeMap<(u16, u16), Localized> = BTreeMap::new();
    let mut seen: BTreeMap<String, Localized> = BTreeMap::new();
    let mut tiles = Vec::new();
    for tile in record.tiles {
        if seen.contains_key(&tile.province.value) {
            report.add(twice(tile.province.location(source), &tile.province.value));
            continue;
        }
        take(&mut taken, (&tile.column, tile.row.value), &tile.name, source, report);
        seen.insert(tile.province.value.clone(), tile.name.clone());
        tiles.push(CountryTile {
            place: provinces.get(tile.province.value.as_str()).copied(),
            label: tile.label.unwrap_or_else(|| tile.name.clone()),
            name: tile.name,
            column: tile.column.value - 1,
            row: tile.row.value - 1,
        });
    }
    let mut archipelagos = Vec::new();
    for islands in record.archipelagos {
        // They are as high as two tiles.
        for row in [islands.row.value, islands.row.value + 1] {
            take(&mut taken, (&islands.column, row), &islands.name, source, report);
        }
        let Some(province) = seen.get(&islands.province.value) else {
            report.add(unknown_province(
                &islands.province,
                seen.keys().map(String::as_str),
                source,
            ));
            continue;
        };
        archipelagos.push(Archipelago {
            province: province.clone(),
            name: islands.name,
            column: islands.column.value - 1,
            row: islands.row.value - 1,
        });
    }
    let known: BTreeSet<&str> = seen.keys().map(String::as_str).collect();
    for slug in provinces.keys().filter(|slug| !known.contains(*slug)) {
        report.add(Diagnostic::new(
            Code::ProvinceWithoutTile,
            Location::file(source),
            Localized::text(
                format!("tỉnh `{slug}` chưa có ô trên bản đồ"),
                format!("the province `{slug}` has no tile on the map"),
            ),
            Localized::text("danh sách `tiles`", "the list `tiles`"),
            Localized::text(
                format!("thêm một mục `province: {slug}` với `name`, `column`, `row`"),
                format!("add an entry `province: {slug}` with `name`, `column`, `row`"),
            ),
        ));
    }
    Country { date: record.date, tiles, archipelagos }
}

fn take(
    taken: &mut BTreeMap<(u16, u16), Localized>,
    (column, row): (&At<u16>, u16),
    name: &Localized,
    source: &Arc<Source>,
    report: &mut Report,
) {
    if let Some(other) = taken.get(&(column.value, row)) {
        report.add(wrong_value(
            column.location(source),
            Localized::text(
                format!("cột {}, hàng {row} đã là chỗ của {}", column.value, other.vi),
                format!("column {}, row {row} is already the place of {}", column.value, other.en),
            ),
            Localized::text("chọn một ô còn trống", "choose a cell that is free"),
        ));
    } else {
        taken.insert((column.value, row), name.clone());
    }
}

fn twice(location: Location, slug: &str) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateId,
        location,
        Localized::text(
            format!("tỉnh `{slug}` đã có một ô"),
            format!("the province `{slug}` has a tile already"),
        ),
        Localized::text("ô thứ hai", "the second tile"),
        Localized::text("bỏ một trong hai mục", "take out one of the two entries"),
    )
}

fn unknown_province<'slug>(
    province: &At<String>,
    known: impl Iterator<Item = &'slug str>,
    source: &Arc<Source>,
) -> Diagnostic {
    let slug = &province.value;
    Diagnostic::new(
        Code::UnknownReference,
        province.location(source),
        Localized::text(
            format!("không ô nào có mã tỉnh `{slug}`"),
            format!("no tile is of a province `{slug}`"),
        ),
        Localized::text("mã này", "this slug"),
        match closest(slug, known) {
            Some(name) => Localized::text(
                format!("có phải ý bạn là `{name}`?"),
                format!("did you mean `{name}`?"),
            ),
            None => Localized::text(
                "dùng mã của một ô trong `tiles`",
                "use the slug of one of the `tiles`",
            ),
        },
    )
}
