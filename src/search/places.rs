//! The list behind the place finder, a script like the files of the index. One place a line: name,
//! line of its province (empty for a province), address (empty where it has no page of its own),
//! former names; with tabs between.

use super::files::{SearchFile, script};
use crate::address::{Page, Route};
use crate::language::Language;
use crate::portal::{PlaceIndex, Portal};

pub fn file(portal: &Portal, language: Language) -> SearchFile {
    let mut lines: Vec<String> = Vec::new();
    for (position, place) in portal.places.iter().enumerate() {
        let parent = place.parent.map_or_else(String::new, |parent| parent.0.to_string());
        let address = Route::Page(language, Page::Place(PlaceIndex(position))).path(portal);
        lines.push(line(place.full_name.get(language), &parent, &address, &place.former_names));
    }
    for (position, place) in portal.places.iter().enumerate() {
        lines.extend(place.other_communes.iter().map(|commune| {
            line(commune.name.get(language), &position.to_string(), "", &commune.former_names)
        }));
    }
    SearchFile {
        path: format!("search/{}/places.js", language.code()),
        bytes: script("places", "", &lines.join("\n")).into_bytes(),
    }
}

fn line(name: &str, parent: &str, address: &str, former_names: &[String]) -> String {
    let plain = |text: &str| text.replace(char::is_control, " ");
    format!("{}\t{parent}\t{address}\t{}", plain(name), plain(&former_names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Localized;
    use crate::portal::{NamedCommune, sample};

    #[test]
    fn a_commune_without_a_page_leads_to_its_province() {
        let mut portal = sample::portal();
        let name = Localized::text("Xã `Mẫu`", "Sample Commune");
        portal.places[0].other_communes.push(NamedCommune {
            name,
            former_names: vec!["Xã Cũ".to_owned(), "Xã Xưa".to_owned()],
        });
        let file = file(&portal, Language::Vi);
        let text = String::from_utf8(file.bytes).expect("text");
        assert_eq!(file.path, "search/vi/places.js");
        assert!(
            text.starts_with(
                "minhbachSearch(\"places\",\"\",`Tỉnh Lạng \
                 Sơn\t\tvi/dia-phuong/lang-son.html\t\nXã Bằng Mạc\t0\tvi/"
            ),
            "{text}"
        );
        assert!(text.ends_with("\nXã \\`Mẫu\\`\t0\t\tXã Cũ, Xã Xưa`)\n"), "{text}");
    }
}
