//! `country.yaml` to its record.

use std::sync::Arc;

use super::slug;
use crate::content::fields::{At, Fields, wrong_value};
use crate::content::records::{ArchipelagoRecord, CountryRecord, TileRecord};
use crate::content::yaml;
use crate::diagnostic::{Report, Source};
use crate::language::Localized;

/// The largest grid: wide and long enough for any country, and for any screen too large.
const MOST: u16 = 40;

pub fn country(source: &Arc<Source>, report: &mut Report) -> Option<CountryRecord> {
    let node = yaml::parse(source, report)?;
    let mut fields = Fields::open(&node, source, report)?;
    let date = fields.required_date("date");
    fields.required_node("tiles");
    let mut tiles = Vec::new();
    for node in fields.list("tiles") {
        let Some(mut tile) = Fields::open(node, source, fields.report()) else { continue };
        let (province, name, label) =
            (slug(&mut tile, "province"), tile.required_localized("name"), tile.localized("label"));
        let (column, row) = (number(&mut tile, "column"), number(&mut tile, "row"));
        tile.finish();
        if let (Some(province), Some(name), Some(column), Some(row)) = (province, name, column, row)
        {
            tiles.push(TileRecord { province, name, label, column, row });
        }
    }
    let mut archipelagos = Vec::new();
    for node in fields.list("archipelagos") {
        let Some(mut islands) = Fields::open(node, source, fields.report()) else { continue };
        let (name, province) = (islands.required_localized("name"), slug(&mut islands, "province"));
        let (column, row) = (number(&mut islands, "column"), number(&mut islands, "row"));
        islands.finish();
        if let (Some(name), Some(province), Some(column), Some(row)) = (name, province, column, row)
        {
            archipelagos.push(ArchipelagoRecord { name, province, column, row });
        }
    }
    fields.finish();
    Some(CountryRecord { date: date?, tiles, archipelagos })
}

/// A column or a row, counted from 1.
fn number(fields: &mut Fields, name: &'static str) -> Option<At<u16>> {
    let text = fields.required_text(name)?;
    let number = text.value.parse::<u16>().ok().filter(|number| (1..=MOST).contains(number));
    if number.is_none() {
        let location = text.location(fields.source());
        fields.report().add(wrong_value(
            location,
            Localized::text(
                format!("`{name}` không nhận giá trị `{}`", text.value),
                format!("`{name}` cannot be `{}`", text.value),
            ),
            Localized::text(
                format!("viết một số nguyên từ 1 đến {MOST}"),
                format!("write a whole number from 1 to {MOST}"),
            ),
        ));
    }
    Some(At { value: number?, range: text.range })
}
