//! Numbers as each language writes them: `1.234,5` and `48,5%` in Vietnamese, `1,234.5` and `48.5%`
//! in English.

use rust_decimal::Decimal;

use super::Language;

/// The number with its printed scale (`8.0` stays `8,0`), grouped by thousands.
pub fn format(value: Decimal, language: Language) -> String {
    let (group, point) = match language {
        Language::Vi => ('.', ','),
        Language::En => (',', '.'),
    };
    let text = value.abs().to_string();
    let (whole, fraction) = text
        .split_once('.')
        .map_or((text.as_str(), None), |(whole, fraction)| (whole, Some(fraction)));
    let mut written = String::with_capacity(text.len() + 4);
    if value.is_sign_negative() && !value.is_zero() {
        written.push('\u{2212}');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && whole.len() > 3 && (whole.len() - index) % 3 == 0 {
            written.push(group);
        }
        written.push(digit);
    }
    if let Some(fraction) = fraction {
        written.push(point);
        written.push_str(fraction);
    }
    written
}

/// Two numbers as one range: `35–40`; with words where a dash would meet a minus sign.
pub fn range(low: Decimal, high: Decimal, language: Language) -> String {
    let between = match language {
        _ if !low.is_sign_negative() && !high.is_sign_negative() => "–",
        Language::Vi => " đến ",
        Language::En => " to ",
    };
    format!("{}{between}{}", format(low, language), format(high, language))
}

/// The value of a Roman number as documents write it, up to LXXXIX; `None` for what is none
/// (`IIII`, `VX`).
pub fn roman(letters: &str) -> Option<u16> {
    const TENS: [&str; 9] = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX"];
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let value = |tens: usize| {
        let ones = letters.strip_prefix(TENS[tens])?;
        ONES.iter().position(|&written| written == ones).map(|ones| tens * 10 + ones)
    };
    (0..TENS.len())
        .find_map(value)
        .filter(|&value| value > 0)
        .and_then(|value| u16::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_numbers_its_own_way() {
        let number = |text: &str| text.parse::<Decimal>().expect("a decimal");
        assert_eq!(format(number("1234567.89"), Language::Vi), "1.234.567,89");
        assert_eq!(format(number("1234567.89"), Language::En), "1,234,567.89");
        assert_eq!(format(number("8.0"), Language::Vi), "8,0");
        assert_eq!(format(number("-0.25"), Language::En), "\u{2212}0.25");
        assert_eq!(format(number("300"), Language::Vi), "300");
        assert_eq!(format(number("2000"), Language::En), "2,000");
    }

    #[test]
    fn roman_numbers_are_those_that_documents_write() {
        for (letters, value) in [
            ("I", 1),
            ("IV", 4),
            ("VIII", 8),
            ("IX", 9),
            ("XIV", 14),
            ("XXXIX", 39),
            ("XLIX", 49),
            ("LXXXIX", 89),
        ] {
            assert_eq!(roman(letters), Some(value), "{letters}");
        }
        for letters in
            ["", "IIII", "VX", "IIX", "VV", "IXI", "IVI", "XLX", "LL", "LXL", "IL", "A", "CD"]
        {
            assert_eq!(roman(letters), None, "{letters}");
        }
    }
}
