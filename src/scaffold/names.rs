//! The names of a new place: its kind from the word before its name, its English name, its slug.

use crate::language::{Language, Localized, text};
use crate::portal::PlaceKind;

/// A kind with the word before a Vietnamese name, the word behind an English one, and its code in `place.yaml`.
const KINDS: [(PlaceKind, &str, &str, &str); 5] = [
    (PlaceKind::Province, "Tỉnh", "Province", "province"),
    (PlaceKind::City, "Thành phố", "City", "city"),
    (PlaceKind::Commune, "Xã", "Commune", "commune"),
    (PlaceKind::Ward, "Phường", "Ward", "ward"),
    (PlaceKind::SpecialZone, "Đặc khu", "Special Zone", "special_zone"),
];

/// The codes of the kinds.
pub const CODES: [&str; 5] = ["province", "city", "commune", "ward", "special_zone"];

/// What a place is called.
#[derive(Debug, PartialEq, Eq)]
pub struct Names {
    pub kind: PlaceKind,
    /// `Lạng Sơn`
    pub name: Localized,
    /// `Tỉnh Lạng Sơn`
    pub full: Localized,
}

impl Names {
    /// From what was typed, `Lạng Sơn` or `Tỉnh Lạng Sơn`. A kind that was typed too stands over the word before the name.
    pub fn read(typed: &str, english: Option<&str>, kind: Option<PlaceKind>, otherwise: PlaceKind) -> Names {
        let typed = text::nfc(typed).split_whitespace().collect::<Vec<_>>().join(" ");
        let found = KINDS.into_iter().find_map(|(kind, word, ..)| {
            // In capitals the words are as long.
            let before = typed.get(..word.len()).filter(|before| before.to_lowercase() == word.to_lowercase())?;
            Some((kind, typed.strip_prefix(before)?.strip_prefix(' ')?.to_owned()))
        });
        let kind = kind.or(found.as_ref().map(|(kind, _)| *kind)).unwrap_or(otherwise);
        let (_, word, behind, _) = of_kind(kind);
        let vi = found.map_or(typed, |(_, name)| name);
        let en = english.map_or_else(|| without_marks(&vi), |english| english.trim().to_owned());
        let full = Localized::text(format!("{word} {vi}"), format!("{en} {behind}"));
        Names { kind, name: Localized { vi, en }, full }
    }

    /// The code of the kind in `place.yaml`.
    pub fn code(&self) -> &'static str {
        of_kind(self.kind).3
    }
}

pub fn kind_of_code(code: &str) -> Option<PlaceKind> {
    KINDS.into_iter().find(|(.., known)| *known == code).map(|(kind, ..)| kind)
}

/// Whether places of a kind lie in a province or a city.
pub fn lies_in_a_province(kind: PlaceKind) -> bool {
    matches!(kind, PlaceKind::Commune | PlaceKind::Ward | PlaceKind::SpecialZone)
}

/// What a kind is called in a sentence.
pub fn kind_name(kind: PlaceKind, language: Language) -> String {
    let (_, vi, en, _) = of_kind(kind);
    Localized::new(vi, en).get(language).to_lowercase()
}

fn of_kind(kind: PlaceKind) -> (PlaceKind, &'static str, &'static str, &'static str) {
    KINDS.into_iter().find(|(known, ..)| *known == kind).expect("every kind is in the list")
}

/// A Vietnamese name as English texts have it: `Lạng Sơn` is `Lang Son`, `Đà Nẵng` is `Da Nang`.
fn without_marks(name: &str) -> String {
    name.chars()
        .map(|letter| {
            let plain = text::fold(letter.encode_utf8(&mut [0; 4]));
            if letter.is_uppercase() { plain.to_uppercase() } else { plain }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Names {
        Names::read(typed, None, None, PlaceKind::Province)
    }

    #[test]
    fn the_word_before_a_name_is_its_kind() {
        let lang_son = read("Lạng Sơn");
        assert_eq!(lang_son, read("  tỉnh   Lạng Sơn "));
        assert_eq!((lang_son.code(), lang_son.name.en.as_str(), lang_son.full.vi.as_str()), ("province", "Lang Son", "Tỉnh Lạng Sơn"));
        let city = read("Thành phố Đà Nẵng");
        assert_eq!((city.kind, city.name.vi.as_str(), city.full.en.as_str()), (PlaceKind::City, "Đà Nẵng", "Da Nang City"));
        assert_eq!(read("Đặc khu Phú Quốc").full, Localized::text("Đặc khu Phú Quốc", "Phu Quoc Special Zone"));
        // A name may only begin like a kind.
        assert_eq!(read("Xãng").name.vi, "Xãng");
    }

    #[test]
    fn what_is_typed_besides_stands_over_what_is_guessed() {
        let ward = Names::read("Ngã Bảy", Some("Nga Bay"), Some(PlaceKind::Ward), PlaceKind::Commune);
        assert_eq!((ward.code(), ward.full), ("ward", Localized::text("Phường Ngã Bảy", "Nga Bay Ward")));
    }

    #[test]
    fn each_code_is_a_kind() {
        assert!(CODES.into_iter().all(|code| kind_of_code(code).is_some_and(|kind| of_kind(kind).3 == code)));
    }
}
