//! The picture beside a link, as SVG: the subject, the title, the key number as large as it can be,
//! and who says so.
//!
//! Read at half its size on a phone, so that no words are smaller than 26 pixels. Everything is
//! measured in the font that draws it: nothing runs over the margin, whatever the words.

use std::fmt::Write;

use super::font::{FAMILY, Type, Typeface, Weight, bold, regular};
use crate::language::text::upper_first;
use crate::page::{KeyFigure, PREVIEW_SIZE, Preview};

const MARGIN: f32 = 72.0;
const WIDTH: f32 = PREVIEW_SIZE.0 as f32;
const HEIGHT: f32 = PREVIEW_SIZE.1 as f32;
/// Between the margins.
const ROOM: f32 = WIDTH - 2.0 * MARGIN;
/// The baseline of the first line.
const TOP: f32 = 96.0;
/// Where the rule above the last line runs.
const RULE: f32 = 542.0;
/// The lowest baseline above the rule.
const LOWEST: f32 = RULE - 34.0;
/// How high a capital or a numeral is, in parts of the font's size.
const CAPITAL: f32 = 0.74;
/// Between figures that stand side by side.
const GAP: f32 = 56.0;

const INK: &str = "#1b2027";
const QUIET: &str = "#4b5560";
const NUMBER: &str = "#0b5cad";
const LINE: &str = "#d3d9df";
const BADGE: &str = "#8a3b00";
const BADGE_GROUND: &str = "#fdf0e3";

/// How many lines the title may take and how many any other words, from generous to mean: the first
/// that leaves the figures their room is drawn.
const ALLOWANCES: [(usize, usize); 5] = [(3, 2), (2, 2), (2, 1), (1, 1), (1, 0)];

pub fn svg(preview: &Preview, typeface: &Typeface) -> String {
    let mut svg = String::new();
    for (title_lines, lines) in ALLOWANCES {
        let mut card = Card { typeface, svg: String::with_capacity(4096), title_lines, lines };
        let has_room = card.draw(preview);
        svg = card.svg;
        if has_room {
            break;
        }
    }
    svg
}

struct Card<'call> {
    typeface: &'call Typeface,
    svg: String,
    title_lines: usize,
    lines: usize,
}

impl Card<'_> {
    /// Draws all of it; whether there was room.
    fn draw(&mut self, preview: &Preview) -> bool {
        let (width, height) = PREVIEW_SIZE;
        self.raw(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             font-family=\"{FAMILY}\">"
        ));
        self.rect([0.0, 0.0, WIDTH, HEIGHT], 0.0, "#ffffff");
        self.rect(
            [0.0, 0.0, WIDTH, 14.0],
            0.0,
            if preview.badge.is_some() { BADGE } else { NUMBER },
        );
        let title = self.head(preview);
        let has_room = self.middle(preview, title);
        self.foot(preview);
        self.svg.push_str("</svg>");
        has_room
    }

    /// Subject, badge and title; the title's last baseline.
    fn head(&mut self, preview: &Preview) -> f32 {
        let (subject, title) =
            (self.typeface.drawable(&preview.subject), self.typeface.drawable(&preview.title));
        let badge = preview.badge.map_or(0.0, |words| self.badge(words));
        let mut y = TOP;
        if !subject.is_empty() {
            let face = bold(32.0);
            for line in self.typeface.lines(&subject, face, ROOM - badge, 1) {
                self.text(MARGIN, y, face, QUIET, &line);
            }
        }
        let face = self.title_face(&title);
        y += if subject.is_empty() && badge == 0.0 {
            face.size * 0.4
        } else {
            face.size * 0.9 + 28.0 + if badge > 0.0 { 6.0 } else { 0.0 }
        };
        let lines = self.typeface.lines(&title, face, ROOM, self.title_lines);
        for (position, line) in lines.iter().enumerate() {
            if position > 0 {
                y += face.size * 1.32;
            }
            self.text(MARGIN, y, face, INK, line);
        }
        y
    }

    /// The larger the fewer lines it takes.
    fn title_face(&self, title: &str) -> Type {
        let sizes = [(60.0, 1), (52.0, 2), (43.0, 3)];
        sizes
            .into_iter()
            .find(|&(size, most)| {
                most <= self.title_lines && self.typeface.fits(title, bold(size), ROOM, most)
            })
            .map_or(bold(37.0), |(size, _)| bold(size))
    }

    /// At the right, in a frame, so that no one can take a draft for a plan in force; the width it
    /// takes.
    fn badge(&mut self, words: &str) -> f32 {
        let face = bold(30.0);
        let words = self.typeface.drawable(words);
        let wide = self.typeface.width(&words, face) + 44.0;
        let x = WIDTH - MARGIN - wide;
        self.rect([x, TOP - 40.0, wide, 56.0], 28.0, BADGE_GROUND);
        self.raw(format_args!(
            "<rect x=\"{x:.1}\" y=\"{:.1}\" width=\"{wide:.1}\" height=\"56\" rx=\"28\" \
             fill=\"none\" stroke=\"{BADGE}\" stroke-width=\"2\"/>",
            TOP - 40.0
        ));
        self.text(x + 22.0, TOP - 1.0, face, BADGE, &words);
        wide + 32.0
    }

    /// The figures, between the title and the rule; whether there was room for them.
    fn middle(&mut self, preview: &Preview, title: f32) -> bool {
        let figures: Vec<KeyFigure> =
            preview.figures.iter().map(|figure| self.drawable(figure)).collect();
        let note = self.typeface.drawable(&preview.note);
        match figures.as_slice() {
            [] => {
                let face = regular(36.0);
                let top = title + 2.2 * face.size;
                for (position, line) in self.typeface.lines(&note, face, ROOM, 3).iter().enumerate()
                {
                    self.text(MARGIN, top + position as f32 * face.size * 1.4, face, QUIET, line);
                }
                true
            }
            [figure] => {
                let y = self.note(&note, LOWEST);
                self.alone(figure, title, y)
            }
            figures => {
                let shared = figures.iter().all(|figure| figure.time == figures[0].time);
                let time = if shared { figures[0].time.as_str() } else { "" };
                let words = [time, &note]
                    .into_iter()
                    .filter(|words| !words.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · ");
                let y = self.note(&words, LOWEST);
                self.side_by_side(figures, !shared, title, y)
            }
        }
    }

    /// Lines under the figures; the next baseline above them.
    fn note(&mut self, words: &str, y: f32) -> f32 {
        let face = regular(30.0);
        let lines = self.typeface.lines(words, face, ROOM, self.lines);
        for (position, line) in lines.iter().rev().enumerate() {
            self.text(MARGIN, y - position as f32 * 42.0, face, QUIET, line);
        }
        if lines.is_empty() { y } else { y - lines.len() as f32 * 42.0 - 12.0 }
    }

    /// One figure: what stands before and after the number on its line where there is room, else
    /// the rest beneath it.
    fn alone(&mut self, figure: &KeyFigure, title: f32, lowest: f32) -> bool {
        if figure.number.is_empty() {
            return self.words_alone(figure, title, lowest);
        }
        let aside = bold(52.0);
        let space = aside.size * 0.36;
        let before = self.typeface.lines(&figure.before, aside, ROOM * 0.5, 1).concat();
        let (before_wide, after_wide) =
            (self.wide(&before, aside, space), self.wide(&figure.after, aside, space));
        let size_in =
            |room: f32| (room / self.typeface.width(&figure.number, bold(1.0))).min(190.0);
        // Words after the number move beneath it rather than make it small.
        let is_beside = ROOM - before_wide - after_wide > 200.0
            && size_in(ROOM - before_wide - after_wide) >= size_in(ROOM - before_wide).min(130.0);
        let y = self.beneath(
            &[if is_beside { "" } else { &figure.after }, &figure.label, &figure.time],
            lowest,
        ) - 12.0;
        let largest = (y - title - 44.0) / CAPITAL;
        let number = bold(
            size_in(ROOM - before_wide - if is_beside { after_wide } else { 0.0 })
                .min(largest.max(36.0)),
        );
        self.text(MARGIN, y, aside, NUMBER, &before);
        // Large figures have white to their left.
        let x = MARGIN + before_wide;
        self.text(x - number.size * 0.04, y, number, NUMBER, &figure.number);
        if is_beside {
            self.text(
                x + self.typeface.width(&figure.number, number) + space,
                y,
                aside,
                NUMBER,
                &figure.after,
            );
        }
        largest >= 110.0
    }

    /// A goal without a number: its words are large.
    fn words_alone(&mut self, figure: &KeyFigure, title: f32, lowest: f32) -> bool {
        let y = self.beneath(&[&figure.label, &figure.time], lowest) - 8.0;
        let face = [84.0, 68.0, 54.0]
            .into_iter()
            .map(bold)
            .find(|&face| self.typeface.fits(&figure.before, face, ROOM, 1))
            .unwrap_or(bold(44.0));
        let top = self.upwards(&figure.before, [MARGIN, y, ROOM], face, NUMBER);
        top >= title + 36.0
    }

    /// The words under a figure; the figure's own baseline.
    fn beneath(&mut self, parts: &[&str], lowest: f32) -> f32 {
        let words =
            parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let face = regular(36.0);
        let lines = self.typeface.lines(&words, face, ROOM, self.lines);
        for (position, line) in lines.iter().rev().enumerate() {
            self.text(MARGIN, lowest - position as f32 * face.size * 1.35, face, INK, line);
        }
        lowest - lines.len() as f32 * face.size * 1.35 - if lines.is_empty() { 0.0 } else { 12.0 }
    }

    /// Figures in columns: what each is of, the words before its number, the number, the words
    /// after it, its time.
    fn side_by_side(
        &mut self,
        figures: &[KeyFigure],
        with_time: bool,
        title: f32,
        lowest: f32,
    ) -> bool {
        let columns = figures.len() as f32;
        let room = (ROOM - GAP * (columns - 1.0)) / columns;
        let (small, label) = (regular(26.0), bold(28.0));
        let leading = small.size * 1.35;
        let under = |figure: &KeyFigure| {
            let time = if with_time {
                self.typeface.lines(&figure.time, small, room, self.lines)
            } else {
                Vec::new()
            };
            [self.typeface.lines(&figure.after, small, room, self.lines), time].concat()
        };
        let under: Vec<Vec<String>> = figures.iter().map(under).collect();
        let most_under = under.iter().map(Vec::len).max().unwrap_or(0) as f32;
        let most_labels = figures
            .iter()
            .map(|figure| self.typeface.lines(&figure.label, label, room, self.lines).len())
            .max()
            .unwrap_or(0) as f32;
        let has_before =
            figures.iter().any(|figure| !figure.before.is_empty() && !figure.number.is_empty());
        let y = lowest - most_under * leading - if most_under > 0.0 { 10.0 } else { 0.0 };
        // All numbers are of one size: the smallest that one of them needs.
        let above = 26.0 + most_labels * label.size * 1.25 + if has_before { leading } else { 0.0 };
        let largest = (y - title - 40.0 - above) / CAPITAL;
        let in_room = |figure: &KeyFigure| room / self.typeface.width(&figure.number, bold(1.0));
        let widest = figures
            .iter()
            .filter(|figure| !figure.number.is_empty())
            .map(in_room)
            .fold(124.0, f32::min);
        let number = bold(widest.min(largest.max(24.0)));
        let mut has_room = largest >= widest.min(64.0);
        for (position, figure) in figures.iter().enumerate() {
            let x = MARGIN + position as f32 * (room + GAP);
            if position > 0 {
                self.rect(
                    [
                        x - GAP / 2.0 - 1.0,
                        y - number.size * CAPITAL,
                        2.0,
                        lowest - y + number.size * CAPITAL,
                    ],
                    0.0,
                    LINE,
                );
            }
            let mut up = y - number.size * CAPITAL - 26.0;
            if figure.number.is_empty() {
                let top = self.upwards(&figure.before, [x, y, room], bold(40.0), NUMBER);
                up = up.min(top - 20.0);
            } else {
                self.text(x - number.size * 0.03, y, number, NUMBER, &figure.number);
                for line in self.typeface.lines(&figure.before, label, room, 1) {
                    self.text(x, up, label, NUMBER, &line);
                }
                up -= if has_before { leading } else { 0.0 };
            }
            has_room &= self.upwards(&figure.label, [x, up, room], label, INK) >= title + 20.0;
            for (position, line) in under[position].iter().enumerate() {
                self.text(x, y + 10.0 + (position as f32 + 1.0) * leading, small, QUIET, line);
            }
        }
        has_room
    }

    /// Lines that end at a baseline; the top of the first.
    fn upwards(&mut self, words: &str, [x, y, room]: [f32; 3], face: Type, colour: &str) -> f32 {
        let lines = self.typeface.lines(words, face, room, self.lines.max(1));
        for (position, line) in lines.iter().rev().enumerate() {
            self.text(x, y - position as f32 * face.size * 1.25, face, colour, line);
        }
        y - lines.len() as f32 * face.size * 1.25 + face.size * 0.25
    }

    /// The portal at the left, the document at the right.
    fn foot(&mut self, preview: &Preview) {
        self.rect([MARGIN, RULE, ROOM, 2.0], 0.0, LINE);
        let y = RULE + 48.0;
        let (portal, source) =
            (self.typeface.drawable(&preview.portal), self.typeface.drawable(&preview.source));
        let (left, right) = (bold(26.0), regular(26.0));
        let between = 32.0;
        let wanted = self.typeface.width(&source, right);
        let portal_room =
            if source.is_empty() { ROOM } else { (ROOM - wanted - between).max(ROOM * 0.45) };
        let mut used = 0.0;
        for line in self.typeface.lines(&portal, left, portal_room, 1) {
            self.text(MARGIN, y, left, QUIET, &line);
            used = self.typeface.width(&line, left) + between;
        }
        for line in self.typeface.lines(&source, right, ROOM - used, 1) {
            let wide = self.typeface.width(&line, right);
            self.text(WIDTH - MARGIN - wide, y, right, QUIET, &line);
        }
    }

    fn drawable(&self, figure: &KeyFigure) -> KeyFigure {
        let drawable = |text: &str| self.typeface.drawable(text);
        let figure = KeyFigure {
            label: drawable(&figure.label),
            before: drawable(&figure.before),
            number: drawable(&figure.number),
            after: drawable(&figure.after),
            time: drawable(&figure.time),
        };
        if figure.number.is_empty() {
            KeyFigure { before: upper_first(&figure.before), ..figure }
        } else {
            figure
        }
    }

    /// The width of words with the space to what they stand beside; nothing where there are none.
    fn wide(&self, words: &str, face: Type, space: f32) -> f32 {
        if words.is_empty() { 0.0 } else { self.typeface.width(words, face) + space }
    }

    fn text(&mut self, x: f32, y: f32, face: Type, colour: &str, words: &str) {
        if words.is_empty() {
            return;
        }
        let weight = match face.weight {
            Weight::Regular => "",
            Weight::Bold => " font-weight=\"700\"",
        };
        self.raw(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{:.1}\"{weight} fill=\"{colour}\">",
            face.size
        ));
        for letter in words.chars() {
            match letter {
                '&' => self.svg.push_str("&amp;"),
                '<' => self.svg.push_str("&lt;"),
                '>' => self.svg.push_str("&gt;"),
                other => self.svg.push(other),
            }
        }
        self.svg.push_str("</text>");
    }

    fn rect(&mut self, [x, y, width, height]: [f32; 4], radius: f32, colour: &str) {
        let round = if radius > 0.0 { format!(" rx=\"{radius}\"") } else { String::new() };
        self.raw(format_args!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"{round} \
             fill=\"{colour}\"/>"
        ));
    }

    fn raw(&mut self, markup: std::fmt::Arguments<'_>) {
        self.svg.write_fmt(markup).expect("a string takes all that is written");
    }
}
