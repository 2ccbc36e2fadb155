//! The order of names: Vietnamese collation (Cần Thơ before Đà Nẵng; à ả ã á ạ), English collation
//! for English pages.

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};

use super::Language;

/// The collator of a language. Making one is cheap: its data are in the binary.
pub fn collator(language: Language) -> CollatorBorrowed<'static> {
    let locale: icu_collator::CollatorPreferences = match language {
        Language::Vi => icu_locale_core::locale!("vi").into(),
        Language::En => icu_locale_core::locale!("en").into(),
    };
    Collator::try_new(locale, CollatorOptions::default())
        .expect("the collation data are compiled in")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_names_stand_in_vietnamese_order() {
        let mut names = vec![
            "Hà Nội",
            "Đà Nẵng",
            "Cần Thơ",
            "Hải Phòng",
            "Điện Biên",
            "Cà Mau",
            "Đồng Nai",
            "Cao Bằng",
        ];
        let collator = collator(Language::Vi);
        names.sort_by(|left, right| collator.compare(left, right));
        assert_eq!(
            names,
            [
                "Cà Mau",
                "Cao Bằng",
                "Cần Thơ",
                "Đà Nẵng",
                "Điện Biên",
                "Đồng Nai",
                "Hà Nội",
                "Hải Phòng"
            ]
        );
    }
}
