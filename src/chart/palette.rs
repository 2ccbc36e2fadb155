//! The colours of the default look and the classes that a stylesheet recolours them by. Told apart
//! by every common kind of colour blindness, and by shape as well; contrasts after WCAG 2.2 are
//! tested below.

use plotters::style::RGBColor;

use super::MarkKind;

pub(super) const WHITE: RGBColor = RGBColor(255, 255, 255);
pub(super) const INK: RGBColor = RGBColor(0x1b, 0x20, 0x27);
pub(super) const QUIET: RGBColor = RGBColor(0x56, 0x60, 0x6b);
pub(super) const AXIS: RGBColor = RGBColor(0x7d, 0x87, 0x92);
pub(super) const GRID: RGBColor = RGBColor(0xdd, 0xe2, 0xe7);
pub(super) const TRACK: RGBColor = RGBColor(0xec, 0xef, 0xf2);
pub(super) const LEADER: RGBColor = RGBColor(0x9a, 0xa3, 0xad);
/// Of the line through a plan's milestones: paler than the way that a target asks for.
const MILESTONES: RGBColor = RGBColor(0x4a, 0x86, 0xc2);
const TARGET: RGBColor = RGBColor(0x0b, 0x5c, 0xad);
const RESULT: RGBColor = RGBColor(0x1a, 0x77, 0x4b);
const BASELINE: RGBColor = RGBColor(0x5f, 0x67, 0x73);

/// Five steps from little to much, of one hue; dark words stand on the first three, white ones on
/// the others.
pub(super) const STEPS: [RGBColor; 5] = [
    RGBColor(0xe3, 0xee, 0xfa),
    RGBColor(0xb7, 0xd3, 0xef),
    RGBColor(0x7f, 0xb0, 0xde),
    RGBColor(0x2f, 0x74, 0xb8),
    RGBColor(0x0b, 0x3d, 0x75),
];

/// The attribute of bars beside an emphasised one: paler, and still with the contrast that graphics
/// need.
pub(super) const FADED: &str = " opacity=\".72\"";

/// What a line through values says of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// What was measured, one after the other.
    Observed,
    /// The straight way from a baseline to its target, as a status measures it.
    Required,
    /// What one plan asks for, year after year.
    Milestones,
}

impl LineKind {
    pub(super) fn colour(self) -> RGBColor {
        match self {
            LineKind::Observed => RESULT,
            LineKind::Required => TARGET,
            LineKind::Milestones => MILESTONES,
        }
    }
}

impl MarkKind {
    pub(super) fn colour(self) -> RGBColor {
        match self {
            MarkKind::Baseline => BASELINE,
            MarkKind::Result => RESULT,
            MarkKind::Target => TARGET,
            MarkKind::Aim => QUIET,
        }
    }

    pub(super) fn class(self) -> &'static str {
        match self {
            MarkKind::Baseline => "baseline",
            MarkKind::Result => "result",
            MarkKind::Target => "target",
            MarkKind::Aim => "aim",
        }
    }

    /// The class of words in the kind's colour; apart, because a mark's class sets a stroke as
    /// well.
    pub(super) fn text_class(self) -> &'static str {
        match self {
            MarkKind::Baseline => "value baseline-text",
            MarkKind::Result => "value result-text",
            MarkKind::Target => "value target-text",
            MarkKind::Aim => "value aim-text",
        }
    }
}

/// The class of a line of some colour, with its dashes: what is measured is solid, what is still to
/// be gone is dashed, a plan's milestones are dotted.
pub(super) fn line_class(rgb: (u8, u8, u8)) -> (&'static str, Option<&'static str>) {
    match class(rgb) {
        "result" => ("line observed", None),
        "target" => ("line required", Some("5 4")),
        "milestones" => ("line milestones", Some("1.5 3")),
        other => (other, None),
    }
}

/// The class that stands for a colour: plotters hands its backends colours only, so the colour is
/// the message.
pub(super) fn class(rgb: (u8, u8, u8)) -> &'static str {
    const CLASSES: [(RGBColor, &str); 11] = [
        (TARGET, "target"),
        (MILESTONES, "milestones"),
        (RESULT, "result"),
        (BASELINE, "baseline"),
        (INK, "ink"),
        (QUIET, "quiet"),
        (AXIS, "axis"),
        (GRID, "grid"),
        (TRACK, "track"),
        (LEADER, "leader"),
        (WHITE, "open"),
    ];
    CLASSES
        .iter()
        .find(|(RGBColor(red, green, blue), _)| (*red, *green, *blue) == rgb)
        .map_or("other", |(_, class)| class)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance: <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
    fn luminance(RGBColor(red, green, blue): RGBColor) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fn contrast(one: RGBColor, other: RGBColor) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_has_aa_contrast_on_the_page_and_on_the_track() {
        assert!((contrast(WHITE, RGBColor(0, 0, 0)) - 21.0).abs() < 1e-9);
        for colour in [INK, QUIET, TARGET, RESULT, BASELINE] {
            assert!(contrast(colour, WHITE) >= 4.5, "{colour:?}");
            assert!(contrast(colour, TRACK) >= 4.5, "{colour:?} on the track");
        }
    }

    #[test]
    fn words_on_the_steps_have_aa_contrast_and_the_steps_go_one_way() {
        for (step, colour) in STEPS.into_iter().enumerate() {
            assert!(contrast(if step >= 3 { WHITE } else { INK }, colour) >= 4.5, "{colour:?}");
        }
        assert!(STEPS.windows(2).all(|pair| contrast(pair[0], pair[1]) >= 1.25));
    }

    #[test]
    fn marks_and_axes_have_the_contrast_of_graphics() {
        for colour in [TARGET, RESULT, BASELINE, AXIS, MILESTONES] {
            assert!(contrast(colour, WHITE) >= 3.0, "{colour:?}");
        }
    }

    #[test]
    fn bars_beside_an_emphasised_one_can_still_be_seen() {
        let opacity: f64 = FADED
            .trim_matches(|character| " opacity=\"".contains(character))
            .parse()
            .expect("a number");
        let faded = |part: u8| (f64::from(part) * opacity + 255.0 * (1.0 - opacity)).round() as u8;
        for colour in [TARGET, RESULT, BASELINE] {
            let RGBColor(red, green, blue) = colour;
            assert!(
                contrast(RGBColor(faded(red), faded(green), faded(blue)), WHITE) >= 3.0,
                "{colour:?}"
            );
        }
    }

    /// The colours of the portal's own theme in one of its looks: the light ones stand first.
    fn themed(dark: bool) -> impl Fn(&str) -> RGBColor {
        let style = include_str!("../../themes/default/static/style.css");
        let colours = if dark {
            style.split_once("(prefers-color-scheme: dark)").expect("a dark look").1
        } else {
            style
        };
        move |name: &str| {
            let (_, value) = colours
                .split_once(&format!("--{name}: #"))
                .unwrap_or_else(|| panic!("the theme has no --{name}"));
            let value: String = value.chars().take_while(char::is_ascii_hexdigit).collect();
            let part = |at: usize| u8::from_str_radix(&value[at..at + 2], 16).expect("two digits");
            RGBColor(part(0), part(2), part(4))
        }
    }

    #[test]
    fn the_theme_has_the_same_contrasts_in_the_light_and_in_the_dark() {
        for dark in [false, true] {
            let colour = themed(dark);
            let paper = colour("paper");
            for name in ["ink", "quiet", "target", "result", "baseline"] {
                assert!(contrast(colour(name), paper) >= 4.5, "--{name}, dark: {dark}");
                assert!(
                    contrast(colour(name), colour("track")) >= 3.0,
                    "--{name} on the track, dark: {dark}"
                );
            }
            assert!(contrast(colour("axis"), paper) >= 3.0, "dark: {dark}");
        }
    }

    #[test]
    fn the_default_look_is_the_light_theme() {
        let colour = themed(false);
        for (name, RGBColor(red, green, blue)) in [
            ("ink", INK),
            ("quiet", QUIET),
            ("axis", AXIS),
            ("grid", GRID),
            ("track", TRACK),
            ("leader", LEADER),
            ("target", TARGET),
            ("result", RESULT),
            ("baseline", BASELINE),
        ] {
            let RGBColor(own_red, own_green, own_blue) = colour(name);
            assert_eq!((red, green, blue), (own_red, own_green, own_blue), "--{name}");
        }
    }

    #[test]
    fn every_colour_has_its_own_class() {
        let all =
            [TARGET, MILESTONES, RESULT, BASELINE, INK, QUIET, AXIS, GRID, TRACK, LEADER, WHITE];
        let mut classes: Vec<&str> =
            all.iter().map(|RGBColor(red, green, blue)| class((*red, *green, *blue))).collect();
        classes.sort_unstable();
        classes.dedup();
        assert_eq!(classes.len(), all.len());
    }
}
