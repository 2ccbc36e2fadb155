//! The names of places and plans in references: `lang-son/243-2025`.

use crate::portal::{Place, PlaceIndex};

/// `lang-son/243-2025`, `lang-son/bang-mac/nghi-quyet-2025`: how relations name a plan.
pub fn plan_path(places: &[Place], place: PlaceIndex, slug: &str) -> String {
    format!("{}/{slug}", place_path(places, place))
}

/// `tinh-mau/xa-mau`.
pub fn place_path(places: &[Place], place: PlaceIndex) -> String {
    let place = &places[place.0];
    let parent =
        place.parent.map_or_else(String::new, |parent| format!("{}/", places[parent.0].slug));
    format!("{parent}{}", place.slug)
}
