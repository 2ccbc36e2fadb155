//! No line runs through words: they find a place beside it, or stand on a halo of the paper's
//! colour where there is none.

use roxmltree::{Document, Node};

use super::super::*;
use super::{
    boxes_of, child, coordinates, drawings, measure, of_class, one, path_chart, point, said, title,
};

/// The pieces of the lines through what was measured, of the ways that are left to go, and of the
/// lines at breaks and to words.
fn pieces(document: &Document) -> Vec<[f64; 4]> {
    let lines =
        ["line", "leader"].map(|class| of_class(document, class)).concat().into_iter().flat_map(
            |line| {
                let places = coordinates(line);
                let pieces: Vec<[f64; 4]> = places
                    .windows(4)
                    .step_by(2)
                    .map(|ends| [ends[0], ends[1], ends[2], ends[3]])
                    .collect();
                pieces
            },
        );
    let breaks = of_class(document, "break")
        .into_iter()
        .map(|mark| coordinates(child(mark, "path")))
        .map(|down| [down[0], down[1], down[0], down[2]]);
    lines.chain(breaks).collect()
}

/// Whether a piece of a line runs through a box: tried at every half pixel.
fn runs_through(
    [from_x, from_y, to_x, to_y]: [f64; 4],
    [left, top, right, bottom]: [f64; 4],
) -> bool {
    let steps = ((to_x - from_x).abs().max((to_y - from_y).abs()) * 2.0).ceil() as i32;
    (0..=steps).map(|step| f64::from(step) / f64::from(steps.max(1))).any(|share| {
        let (x, y) = (from_x + (to_x - from_x) * share, from_y + (to_y - from_y) * share);
        left < x && x < right && top < y && y < bottom
    })
}

/// The texts that a line runs through.
fn crossed<'a, 'i>(document: &'a Document<'i>) -> Vec<Node<'a, 'i>> {
    let pieces = pieces(document);
    let is_crossed = |text: &Node| {
        boxes_of(*text)
            .iter()
            .any(|(area, _)| pieces.iter().any(|piece| runs_through(*piece, *area)))
    };
    document.descendants().filter(|node| node.has_tag_name("text")).filter(is_crossed).collect()
}

/// Points from `2025 b 38.5; 2030 t 48.5`.
fn points(text: &str) -> Vec<Point> {
    let kind = |letter: &str| match letter {
        "b" => MarkKind::Baseline,
        "r" => MarkKind::Result,
        _ => MarkKind::Target,
    };
    let parts = text.split("; ").map(|point| point.split(' ').collect::<Vec<_>>());
    parts.map(|parts| point(parts[0], kind(parts[1]), Comparator::Reach, parts[2])).collect()
}

const SERIES: [&str; 9] = [
    "2025 b 38.5; 2026 r 40.1; 2027 r 41; 2028 t 44; 2030 t 48.5",
    "2020 b 20; 2022 r 60; 2024 r 35; 2030 t 62",
    "2020 b 80; 2022 r 40; 2023 r 70; 2024 r 30; 2030 t 25",
    "2021 b 31; 2023 r 32.5; 2025 b 38.5; 2025 t 35; 2027 r 39; 2030 t 48.5",
    "2022 b 12.5; 2024 r 9.1; 2026 t 6; 2028 t 4; 2030 t 3",
    "2020 b 10; 2021 r 90; 2030 t 50",
    "2020 b 50; 2024 r 49; 2025 r 51; 2026 t 56; 2030 t 60",
    "2020 b 96; 2022 r 99; 2024 r 97; 2026 t 99; 2030 t 99.5",
    "2016 b 31; 2017 r 33; 2018 r 31; 2019 r 36; 2020 r 34; 2021 r 39; 2022 r 37; 2030 t 60",
];

/// Here a place where no line runs would be about as near to another mark, and be read as that
/// mark's.
const STEEP: &str = "2021 b 0; 2023 r 0; 2025 r 0; 2030 t 100";

/// A break, in values that stand apart on a desk.
fn broken() -> PathChart {
    let mut series = points("2023 b 106; 2024 r 106; 2025 r 38; 2026 r 38; 2030 t 38");
    series[2].breaks = true;
    PathChart { percent: false, ..one(series) }
}

#[test]
fn words_find_a_place_where_no_line_runs() {
    for series in SERIES {
        for document in drawings(&path(&one(points(series)))) {
            assert_eq!(
                crossed(&document).into_iter().map(said).collect::<Vec<_>>(),
                Vec::<String>::new(),
                "{series}"
            );
        }
    }
}

#[test]
fn words_stand_beside_the_zero_line_that_values_lie_on_both_sides_of() {
    let chart = path(&PathChart {
        percent: false,
        ..one(points("2021 b -12.4; 2023 r -3; 2025 r 4.5; 2030 t 20"))
    });
    for document in drawings(&chart) {
        let zero = of_class(&document, "axis")
            .into_iter()
            .map(coordinates)
            .find(|line| line.len() == 4 && line[1] == line[3])
            .expect("a zero line");
        for text in of_class(&document, "value") {
            for (area, words) in boxes_of(text) {
                assert!(!runs_through([zero[0], zero[1], zero[2], zero[3]], area), "{words}");
            }
        }
    }
}

#[test]
fn what_the_words_at_the_end_say_is_not_said_again_beside_it() {
    for document in drawings(&path(&one(points("2025 t 65; 2030 t 76; 2030 t 76")))) {
        let texts = document.descendants().filter(|node| node.has_tag_name("text")).map(said);
        assert_eq!(texts.filter(|text| text == "76%").count(), 1);
    }
}

#[test]
fn words_are_clearly_nearer_to_their_own_mark_than_to_any_other() {
    let school_years =
        "2020 b 31; 2021 r 33.5; 2022 r 36; 2023 r 35.1; 2024 r 38; 2025 r 40.4; 2030 t 48.5";
    for document in drawings(&path(&one(points(school_years)))) {
        let marks: Vec<(String, f64, f64)> = of_class(&document, "result")
            .into_iter()
            .map(|mark| (mark, child(mark, "circle")))
            .map(|(mark, disc)| (title(mark), measure(disc, "cx"), measure(disc, "cy")))
            .collect();
        for text in of_class(&document, "result-text") {
            let (words, [left, top, right, bottom]) = (said(text), boxes_of(text).remove(0).0);
            let away = |x: f64, y: f64| {
                (left - x).max(x - right).max(0.0).hypot((top - y).max(y - bottom).max(0.0))
            };
            let own = marks
                .iter()
                .find(|(title, ..)| title.contains(&format!(" {words} ")))
                .map(|&(_, x, y)| away(x, y))
                .expect("its mark");
            let others = marks
                .iter()
                .filter(|(title, ..)| !title.contains(&format!(" {words} ")))
                .map(|&(_, x, y)| away(x, y));
            let nearest = others.fold(f64::INFINITY, f64::min);
            assert!(nearest > own * 1.2, "{words} is {own} from its mark, {nearest} from another");
        }
    }
}

#[test]
fn words_stand_beside_a_break_and_not_on_it() {
    let chart = path(&broken());
    let wide = Document::parse(chart.wide.as_ref().expect("a wide drawing")).expect("well-formed");
    assert_eq!(crossed(&wide).into_iter().map(said).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn words_that_a_line_must_cross_stand_on_a_halo() {
    let near = |label: &str, gained: i64| {
        let mut points = points("2020 b 42; 2021 r 44; 2022 r 41; 2023 r 46; 2024 r 40; 2030 t 60");
        points.iter_mut().for_each(|point| point.value += Decimal::from(gained));
        Series { label: label.to_owned(), points }
    };
    let mut found = 0;
    for chart in [
        path(&path_chart(vec![near("Nhà trẻ", 0), near("Mẫu giáo", 1)])),
        path(&broken()),
        path(&one(points(STEEP))),
    ] {
        for document in &drawings(&chart) {
            for text in crossed(document) {
                let halo = text
                    .ancestors()
                    .find(|around| around.attribute("paint-order") == Some("stroke"));
                assert_eq!(
                    halo.and_then(|halo| halo.attribute("stroke")),
                    Some("#ffffff"),
                    "{}",
                    said(text)
                );
                found += 1;
            }
        }
    }
    assert!(found > 0, "nothing was held against this rule");
}

#[test]
fn the_names_of_values_stand_beside_the_plot_however_large_the_values() {
    let values = [
        "1250000000000 4000000000000",
        "2500000000000 2500000000001",
        "79228162514264337593543950335 1",
        "1234567890.123 1234567890.125",
        "-2500000000000 0.5",
    ];
    for (values, language) in
        values.iter().flat_map(|values| Language::ALL.map(|language| (values, language)))
    {
        let (from, to) = values.split_once(' ').expect("two values");
        let series = |label: &str| Series {
            label: label.to_owned(),
            points: points(&format!("2021 b {from}; 2030 t {to}")),
        };
        for labels in [vec![""], vec!["A", "B", "C"]] {
            let chart = PathChart {
                percent: false,
                language,
                unit: "đồng Việt Nam".to_owned(),
                ..path_chart(labels.into_iter().map(series).collect())
            };
            let drawn = path(&chart);
            super::assert_legible(&drawn);
            for document in drawings(&drawn) {
                let plot = of_class(&document, "grid")
                    .into_iter()
                    .map(|line| coordinates(line)[0])
                    .fold(f64::INFINITY, f64::min);
                let names = of_class(&document, "axis-label")
                    .into_iter()
                    .filter(|name| name.attribute("text-anchor") != Some("middle"));
                for name in names {
                    let (area, words) = boxes_of(name).remove(0);
                    assert!(
                        area[2] <= plot,
                        "{words:?} of {values} ends at {}, the plot begins at {plot}",
                        area[2]
                    );
                }
            }
        }
    }
}

#[test]
fn large_values_are_counted_in_words_of_the_language_with_their_unit() {
    let said_over = |language: Language, unit: &str, values: &str| {
        let drawn = path(&PathChart {
            percent: false,
            language,
            unit: unit.to_owned(),
            ..one(points(values))
        });
        drawings(&drawn)
            .iter()
            .map(|document| {
                of_class(document, "axis-note").into_iter().map(said).collect::<String>()
            })
            .collect::<Vec<_>>()
    };
    let large = "2021 b 1250000000000; 2030 t 4000000000000";
    assert_eq!(said_over(Language::Vi, "đồng", large), ["Trục đứng: nghìn tỷ đồng"; 2]);
    assert_eq!(said_over(Language::En, "dong", large), ["Vertical axis: trillion dong"; 2]);
    assert_eq!(
        said_over(Language::Vi, "", "2021 b 3750000000000; 2030 t 4000000000000"),
        ["Trục đứng: nghìn tỷ, bắt đầu từ 3,6"; 2]
    );
    assert_eq!(said_over(Language::Vi, "đồng", "2021 b 1000000; 2030 t 4000000"), [""; 2]);
}
