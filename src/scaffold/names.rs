//! The names of a new place: its kind from the word before its name, its English name, its slug.

use super::skeletons::cities;
use crate::language::{Language, Localized, text};
use crate::portal::PlaceKind;

/// A kind with the word before a Vietnamese name, the word behind an English one, and its code in
/// `place.yaml`.
const KINDS: [(PlaceKind, &str, &str, &str); 5] = [
    (PlaceKind::Province, "Tỉnh", "Province", "province"),
    (PlaceKind::City, "Thành phố", "City", "city"),
    (PlaceKind::Commune, "Xã", "Commune", "commune"),
    (PlaceKind::Ward, "Phường", "Ward", "ward"),
    (PlaceKind::SpecialZone, "Đặc khu", "Special Zone", "special_zone"),
];

/// The codes of the kinds.
pub const CODES: [&str; 5] = ["province", "city", "commune", "ward", "special_zone"];

/// Words before a name that say a kind in short.
const SHORT: [(PlaceKind, &str); 2] = [(PlaceKind::City, "TP."), (PlaceKind::City, "TP")];

/// Kinds of units that there are no longer since 1 July 2025.
const FORMER: [&str; 4] = ["Huyện", "Quận", "Thị xã", "Thị trấn"];

/// What a place is called.
#[derive(Debug, PartialEq, Eq)]
pub struct Names {
    pub kind: PlaceKind,
    /// `Lạng Sơn`
    pub name: Localized,
    /// `Tỉnh Lạng Sơn`
    pub full: Localized,
}

/// Why a name cannot be that of a place.
#[derive(Debug, PartialEq, Eq)]
pub enum WrongName {
    /// `Huyện Y`: the word.
    Former(&'static str),
    /// `Thành phố` and no name: the word.
    KindAlone(&'static str),
    /// `Thành phố Lạng Sơn`: no centrally run city.
    NoCity(String),
    /// Sources differ on whether it is a province or a city.
    ProvinceOrCity(&'static str),
}

impl Names {
    /// From what was typed, `Lạng Sơn` or `Tỉnh Lạng Sơn`. A kind that was typed too stands over
    /// the word before the name.
    pub fn read(
        typed: &str,
        english: Option<&str>,
        kind: Option<PlaceKind>,
        otherwise: PlaceKind,
    ) -> Result<Names, WrongName> {
        let typed = text::nfc(typed).split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(former) = FORMER.into_iter().find(|word| behind_word(&typed, word).is_some()) {
            return Err(WrongName::Former(former));
        }
        let words = KINDS.into_iter().map(|(kind, word, ..)| (kind, word)).chain(SHORT);
        let found = words
            .into_iter()
            .find_map(|(kind, word)| Some((kind, behind_word(&typed, word)?.to_owned())));
        if let Some((kind, _)) = found.as_ref().filter(|(_, name)| name.is_empty()) {
            return Err(WrongName::KindAlone(of_kind(*kind).1));
        }
        let said = found.as_ref().map(|(kind, _)| *kind);
        let mut vi = found.map_or(typed, |(_, name)| name);
        let is_of_the_country = !lies_in_a_province(kind.or(said).unwrap_or(otherwise));
        let city = cities().find(|(name, short)| {
            is_of_the_country
                && [name, short].iter().any(|known| text::fold(known) == text::fold(&vi))
        });
        if let Some((name, _)) = city {
            vi = name.to_owned();
        }
        let kind = match (kind.or(said), city) {
            (None, Some((name, "?"))) => return Err(WrongName::ProvinceOrCity(name)),
            (None, Some(_)) => PlaceKind::City,
            (Some(PlaceKind::City), None) if kind.is_none() => return Err(WrongName::NoCity(vi)),
            (known, _) => known.unwrap_or(otherwise),
        };
        let (_, word, behind, _) = of_kind(kind);
        let en = english.map_or_else(|| without_marks(&vi), |english| english.trim().to_owned());
        let full = Localized::text(format!("{word} {vi}"), format!("{en} {behind}"));
        // A number alone is no name: `Phường 1` is `Ward 1`.
        if vi.starts_with(|first: char| first.is_ascii_digit()) {
            let full = Localized::text(
                full.vi,
                if english.is_some() { en } else { format!("{behind} {en}") },
            );
            return Ok(Names { kind, name: full.clone(), full });
        }
        Ok(Names { kind, name: Localized { vi, en }, full })
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

/// What stands behind a word at the beginning of a name, whatever its case.
fn behind_word<'name>(typed: &'name str, word: &str) -> Option<&'name str> {
    // In capitals the words are as long.
    let before =
        typed.get(..word.len()).filter(|before| before.to_lowercase() == word.to_lowercase())?;
    let behind = typed.strip_prefix(before)?;
    (behind.is_empty() || behind.starts_with(' ') || word.ends_with('.'))
        .then(|| behind.trim_start())
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
        Names::read(typed, None, None, PlaceKind::Province).expect("a name")
    }

    fn refused(typed: &str) -> WrongName {
        Names::read(typed, None, None, PlaceKind::Province).expect_err("no name")
    }

    #[test]
    fn the_word_before_a_name_is_its_kind() {
        let lang_son = read("Lạng Sơn");
        assert_eq!(lang_son, read("  tỉnh   Lạng Sơn "));
        assert_eq!(
            (lang_son.code(), lang_son.name.en.as_str(), lang_son.full.vi.as_str()),
            ("province", "Lang Son", "Tỉnh Lạng Sơn")
        );
        let city = read("Thành phố Đà Nẵng");
        assert_eq!(
            (city.kind, city.name.vi.as_str(), city.full.en.as_str()),
            (PlaceKind::City, "Đà Nẵng", "Da Nang City")
        );
        assert_eq!(
            read("Đặc khu Phú Quốc").full,
            Localized::text("Đặc khu Phú Quốc", "Phu Quoc Special Zone")
        );
        // A name may only begin like a kind.
        assert_eq!((read("Xãng").name.vi.as_str(), read("Tpa").name.vi.as_str()), ("Xãng", "Tpa"));
    }

    #[test]
    fn a_city_is_known_without_the_word() {
        for (typed, full) in [
            ("Hà Nội", "Thành phố Hà Nội"),
            ("hue", "Thành phố Huế"),
            ("TP. Huế", "Thành phố Huế"),
            ("Tp Cần Thơ", "Thành phố Cần Thơ"),
            ("TP.HCM", "Thành phố Hồ Chí Minh"),
            ("Thành phố Đồng Nai", "Thành phố Đồng Nai"),
            ("Tỉnh Đồng Nai", "Tỉnh Đồng Nai"),
        ] {
            assert_eq!(read(typed).full.vi, full, "{typed}");
        }
        assert_eq!(refused("Đồng Nai"), WrongName::ProvinceOrCity("Đồng Nai"));
        assert_eq!(refused("TP Lạng Sơn"), WrongName::NoCity("Lạng Sơn".to_owned()));
        let new =
            Names::read("Thành phố Lạng Sơn", None, Some(PlaceKind::City), PlaceKind::Province)
                .expect("it is said to be one");
        assert_eq!(new.full.vi, "Thành phố Lạng Sơn");
        let commune = Names::read("Hà Nội", None, None, PlaceKind::Commune).expect("a name");
        assert_eq!(commune.full.vi, "Xã Hà Nội", "a commune may be called like a city");
    }

    #[test]
    fn units_of_former_times_and_words_without_a_name_are_refused() {
        assert_eq!(
            (refused("Huyện Chi Lăng"), refused("THỊ TRẤN Đồng Đăng")),
            (WrongName::Former("Huyện"), WrongName::Former("Thị trấn"))
        );
        assert_eq!(
            (refused("Thành phố"), refused("xã")),
            (WrongName::KindAlone("Thành phố"), WrongName::KindAlone("Xã"))
        );
        assert_eq!(read("Quậng").name.vi, "Quậng");
    }

    #[test]
    fn a_number_keeps_its_word() {
        let ward = read("Phường 1");
        assert_eq!(
            (ward.name, ward.full),
            (Localized::text("Phường 1", "Ward 1"), Localized::text("Phường 1", "Ward 1"))
        );
        assert_eq!(
            read("Phường 2 Bảo Lộc").full,
            Localized::text("Phường 2 Bảo Lộc", "Ward 2 Bao Loc")
        );
    }

    #[test]
    fn what_is_typed_besides_stands_over_what_is_guessed() {
        let ward =
            Names::read("Ngã Bảy", Some("Nga Bay"), Some(PlaceKind::Ward), PlaceKind::Commune)
                .expect("a name");
        assert_eq!(
            (ward.code(), ward.full),
            ("ward", Localized::text("Phường Ngã Bảy", "Nga Bay Ward"))
        );
    }

    #[test]
    fn each_code_is_a_kind() {
        assert!(
            CODES
                .into_iter()
                .all(|code| kind_of_code(code).is_some_and(|kind| of_kind(kind).3 == code))
        );
    }
}
