//! Strips, slopes, pairs and tiles, read back as facts.

use super::super::*;
use super::{
    assert_legible, boxes, child, coordinates, decimal, drawings, measure, of_class, title,
};
use crate::language::Language;
use roxmltree::Document;

const LONG: &str = "Tỷ lệ huy động trẻ em trong độ tuổi nhà trẻ ở các xã đặc biệt khó khăn vùng \
                    biên giới được chăm sóc, giáo dục tại cơ sở giáo dục mầm non";

fn level(value: &str, comparator: Comparator) -> Level {
    Level { value: decimal(value), high: None, comparator, text: format!("{value}%") }
}

fn slope(label: &str, before: Level, after: Level) -> Slope {
    Slope {
        label: label.to_owned(), before, after, words: "nâng mức, đòi hỏi cao hơn".to_owned()
    }
}

fn slope_chart(slopes: Vec<Slope>) -> SlopeChart {
    SlopeChart {
        id: "s".to_owned(),
        language: Language::Vi,
        title: "Lạng Sơn: mục tiêu qua hai kế hoạch".to_owned(),
        description: "243/KH-UBND so với 43/KH-UBND.".to_owned(),
        percent: true,
        plans: ["43/KH-UBND (2022)".to_owned(), "243/KH-UBND (2025)".to_owned()],
        slopes,
        source: "Cổng".to_owned(),
        licence: "CC BY 4.0".to_owned(),
    }
}

fn assert_named(svg: &str, id: &str, name: &str) {
    let document = Document::parse(svg).expect("well-formed");
    let root = document.root_element();
    // A picture with links in it is a group, or nobody would be told of them.
    let role = if svg.contains("<a ") { "group" } else { "img" };
    assert_eq!((root.attribute("role"), root.attribute("lang")), (Some(role), Some("vi")));
    assert_eq!(
        (child(root, "title").attribute("id"), child(root, "title").text()),
        (Some(format!("{id}-title").as_str()), Some(name))
    );
    let described = child(root, "desc").text().unwrap_or_default().chars().count();
    assert!((1..=220).contains(&described), "{described}");
    assert!(!svg.contains("style="));
}

#[test]
fn a_slope_runs_from_the_old_value_to_the_new_one_on_one_scale() {
    let chart = slopes(&slope_chart(vec![
        slope("Mẫu giáo", level("40", Comparator::Reach), level("60", Comparator::AtLeast)),
        slope("Nhà trẻ", level("60", Comparator::Above), level("40", Comparator::Reach)),
        slope("Tiểu học", level("20", Comparator::Reach), level("20", Comparator::Reach)),
    ]));
    assert_named(&chart.inline, "s", "Lạng Sơn: mục tiêu qua hai kế hoạch");
    assert_named(
        chart.wide.as_deref().expect("a wide drawing"),
        "s-wide",
        "Lạng Sơn: mục tiêu qua hai kế hoạch",
    );
    for document in drawings(&chart) {
        let lines: Vec<Vec<f64>> = of_class(&document, "slope")
            .into_iter()
            .map(|slope| coordinates(child(slope, "path")))
            .collect();
        // The same values are at the same height on both sides, and more is higher.
        assert_eq!((lines[0][1], lines[0][3]), (lines[1][3], lines[1][1]));
        assert!(lines[0][1] > lines[0][3]);
        assert_eq!(lines[2][1], lines[2][3]);
        // Twenty points are as high between any two values.
        assert!(
            (lines[0][1] - lines[0][3] - (lines[2][1] - lines[0][1])).abs() < 0.21,
            "{lines:?}"
        );
        let ways = |class: &str| of_class(&document, class).len();
        assert_eq!((ways("raised"), ways("lowered"), ways("level")), (1, 1, 1));
        assert_eq!(
            title(of_class(&document, "slope")[1]),
            "Nhà trẻ: 60% → 40%. nâng mức, đòi hỏi cao hơn"
        );
        assert_eq!((ways("at-least"), ways("above")), (1, 1));
        assert_legible(&chart);
    }
}

#[test]
fn a_few_slopes_are_as_steep_as_they_are_wide() {
    let chart = slopes(&slope_chart(vec![
        slope("Nhà trẻ", level("0", Comparator::Reach), level("100", Comparator::Reach)),
        slope("Mẫu giáo", level("98", Comparator::Above), level("99.2", Comparator::Reach)),
    ]));
    for document in drawings(&chart) {
        let line = coordinates(child(of_class(&document, "slope")[0], "path"));
        let (across, up) = (line[2] - line[0], line[1] - line[3]);
        assert!(up >= across * 0.7, "{up} high, {across} wide");
    }
}

#[test]
fn a_scale_that_does_not_begin_at_zero_says_so() {
    let said = |chart: &Chart| {
        boxes(&Document::parse(&chart.inline).expect("well-formed"))
            .into_iter()
            .map(|(_, words)| words)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let near = slopes(&slope_chart(vec![slope(
        "",
        level("98", Comparator::Above),
        level("99.2", Comparator::Reach),
    )]));
    assert!(said(&near).contains("bắt đầu từ"), "{}", said(&near));
    let high = slopes(&slope_chart(vec![slope(
        "",
        level("76", Comparator::Reach),
        level("99.2", Comparator::Reach),
    )]));
    assert!(
        said(&high).contains("bắt đầu từ 70%, đến 100%"),
        "three quarters of it would be empty: {}",
        said(&high)
    );
    let far = slopes(&slope_chart(vec![slope(
        "",
        level("40", Comparator::Reach),
        level("57.6", Comparator::Above),
    )]));
    assert!(said(&far).contains("Thang 0%–100%"), "a step is not made a cliff: {}", said(&far));
    let far = slopes(&slope_chart(vec![slope(
        "",
        level("30", Comparator::Above),
        level("99.2", Comparator::Reach),
    )]));
    assert!(said(&far).contains("Thang 0%–100%"), "{}", said(&far));
}

#[test]
fn words_of_many_long_and_equal_slopes_do_not_meet() {
    for comparator in [Comparator::Reach, Comparator::AtLeast, Comparator::Below] {
        let many = (0..8).map(|number| {
            slope(
                LONG,
                level("100", comparator),
                level(if number % 3 == 0 { "99.9" } else { "100" }, comparator),
            )
        });
        let mut chart = slope_chart(many.collect());
        chart.slopes[0].before.text = LONG.to_owned();
        chart.slopes[1].after.text = LONG.replace(' ', "");
        chart.slopes[2].words = LONG.to_owned();
        chart.plans = [LONG.to_owned(), LONG.replace(' ', "_")];
        assert_legible(&slopes(&chart));
    }
    for empty in
        [slopes(&slope_chart(vec![])), pairs(&pair_chart(vec![])), tiles(&tile_chart(vec![]))]
    {
        assert_legible(&empty);
        assert!(empty.inline.contains("Chưa có số liệu"));
    }
}

#[test]
fn extreme_slopes_stay_in_the_view() {
    for (before, after) in [
        ("-12.4", "4.5"),
        ("0", "0"),
        ("1250000000000", "4000000000000"),
        ("79228162514264337593543950335", "-79228162514264337593543950335"),
    ] {
        let mut chart = slope_chart(vec![slope(
            "Mức",
            level(before, Comparator::AtMost),
            level(after, Comparator::AtLeast),
        )]);
        chart.percent = false;
        assert_legible(&slopes(&chart));
    }
}

fn pair(label: &str, own: Level, other: Level) -> Pair {
    Pair { label: label.to_owned(), detail: "tiểu học".to_owned(), levels: [own, other] }
}

fn pair_chart(pairs: Vec<Pair>) -> PairChart {
    PairChart {
        id: "p".to_owned(),
        language: Language::Vi,
        title: "Bằng Mạc – Lạng Sơn".to_owned(),
        description: "Bằng Mạc hứa nhiều hơn ở 1 mục tiêu.".to_owned(),
        places: ["Bằng Mạc".to_owned(), "Lạng Sơn".to_owned()],
        percent: true,
        pairs,
        source: "Cổng".to_owned(),
        licence: "CC BY 4.0".to_owned(),
    }
}

#[test]
fn both_places_of_a_pair_stand_where_the_scale_says() {
    let chart = pairs(&pair_chart(vec![
        pair("Trường đạt chuẩn", level("75", Comparator::Above), level("50", Comparator::AtLeast)),
        pair("Biết chữ", level("0", Comparator::Reach), level("100", Comparator::Reach)),
    ]));
    assert_named(&chart.inline, "p", "Bằng Mạc – Lạng Sơn");
    assert_named(chart.wide.as_deref().expect("a wide drawing"), "p-wide", "Bằng Mạc – Lạng Sơn");
    for document in drawings(&chart) {
        let tracks: Vec<[f64; 2]> = of_class(&document, "track")
            .into_iter()
            .map(|track| [measure(track, "x"), measure(track, "width")])
            .collect();
        let at = |share: f64| tracks[0][0] + tracks[0][1] * share;
        let between: Vec<Vec<f64>> =
            of_class(&document, "between").into_iter().map(coordinates).collect();
        for (found, expected) in [
            (between[0][0], at(0.5)),
            (between[0][2], at(0.75)),
            (between[1][0], at(1.0)),
            (between[1][2], at(0.0)),
        ] {
            assert!((found - expected).abs() < 0.11, "{found} {expected}");
        }
        assert_eq!(tracks[0], tracks[1]);
        let marks: Vec<String> = of_class(&document, "mark").into_iter().map(title).collect();
        assert_eq!(marks, ["Lạng Sơn: 50%", "Bằng Mạc: 75%", "Lạng Sơn: 100%", "Bằng Mạc: 0%"]);
        assert_legible(&chart);
    }
}

#[test]
fn both_marks_of_a_pair_are_seen_however_near_their_values_are() {
    let near = ["100", "99.9", "99.5", "98"].map(|other| {
        pair("Biết chữ", level("100", Comparator::AtLeast), level(other, Comparator::Above))
    });
    for document in drawings(&pairs(&pair_chart(near.to_vec()))) {
        for row in of_class(&document, "row") {
            let marks: Vec<_> = row
                .descendants()
                .filter(|node| {
                    node.attribute("class").is_some_and(|class| class.starts_with("mark "))
                })
                .collect();
            let bar = child(marks[0], "rect");
            // A diamond's path begins at its left corner, and goes up by half of its height first.
            let diamond = coordinates(child(marks[1], "path"));
            let foot = diamond[1] + diamond[3].abs();
            assert!(
                foot <= measure(bar, "y"),
                "the diamond reaches down to {foot}, the bar begins at {}",
                measure(bar, "y")
            );
            let arrows = marks.iter().map(|mark| {
                mark.descendants()
                    .find(|node| node.attribute("class") == Some("arrow"))
                    .map(coordinates)
                    .expect("an arrow")[1]
            });
            let arrows: Vec<f64> = arrows.collect();
            assert!((arrows[0] - arrows[1]).abs() > 8.0, "each arrow is seen: {arrows:?}");
        }
    }
}

#[test]
fn long_names_of_pairs_take_lines_of_their_own() {
    let mut chart = pair_chart(vec![
        pair(LONG, level("1.32", Comparator::Below), level("8", Comparator::Below)),
        pair(
            &LONG.replace(' ', ""),
            level("35", Comparator::AtLeast),
            level("35", Comparator::AtLeast),
        ),
    ]);
    chart.pairs[0].levels[0].high = Some(decimal("4"));
    assert_legible(&pairs(&chart));
    chart.places = [LONG.to_owned(), LONG.replace(' ', "")];
    assert_legible(&pairs(&chart));
    chart.percent = false;
    chart.pairs[0].levels =
        [level("-5", Comparator::AtMost), level("-900000", Comparator::AtLeast)];
    assert_legible(&pairs(&chart));
}

fn tile(column: u16, row: u16, label: &str, value: Option<(&str, Comparator)>) -> Tile {
    let value = value.map(|(value, comparator)| TileValue {
        value: decimal(value),
        high: None,
        comparator,
        text: format!("{value}% (2030)"),
        draft: false,
    });
    Tile {
        column,
        row,
        label: label.to_owned(),
        name: label.to_owned(),
        value,
        emphasised: false,
        href: None,
    }
}

fn tile_chart(tiles: Vec<Tile>) -> TileChart {
    TileChart {
        id: "t".to_owned(),
        language: Language::Vi,
        title: "Trẻ nhà trẻ đến trường".to_owned(),
        description: "10 trên 34 tỉnh, thành phố có mục tiêu.".to_owned(),
        measure: "Mục tiêu đến năm 2030 · phần trăm (%)".to_owned(),
        percent: true,
        tiles,
        islands: vec![
            Islands {
                column: 5,
                row: 0,
                name: "Hoàng Sa".to_owned(),
                province: "(Đà Nẵng)".to_owned(),
            },
            Islands {
                column: 5,
                row: 2,
                name: "Trường Sa".to_owned(),
                province: "(Khánh Hòa)".to_owned(),
            },
        ],
        note: "Các tỉnh, thành phố từ ngày 1/7/2025".to_owned(),
        source: "Cổng".to_owned(),
        licence: "CC BY 4.0".to_owned(),
    }
}

#[test]
fn tiles_lie_in_their_cells_in_the_colour_of_their_class_and_say_their_value() {
    let mut chart = tile_chart(vec![
        tile(0, 0, "Lai Châu", Some(("52.5", Comparator::Reach))),
        tile(4, 1, "Lạng Sơn", Some(("98", Comparator::AtLeast))),
        tile(3, 3, "Tuyên Quang", Some(("70", Comparator::Above))),
        tile(3, 1, "Thái Nguyên", None),
    ]);
    chart.tiles[1].href = Some("lang-son.html".to_owned());
    if let Some(value) = &mut chart.tiles[2].value {
        value.draft = true;
    }
    let drawn = tiles(&chart);
    assert_named(&drawn.inline, "t", "Trẻ nhà trẻ đến trường");
    let document = Document::parse(&drawn.inline).expect("well-formed");
    let all = of_class(&document, "tile");
    let titles: Vec<String> = all.iter().map(|&tile| title(tile)).collect();
    assert_eq!(
        titles,
        [
            "Lai Châu: 52.5% (2030)",
            "Lạng Sơn: 98% (2030)",
            "Tuyên Quang: 70% (2030), dự thảo",
            "Thái Nguyên: chưa có mục tiêu"
        ]
    );
    let rects: Vec<_> = all
        .iter()
        .map(|tile| tile.descendants().find(|node| node.has_tag_name("rect")).expect("a field"))
        .collect();
    let classes: Vec<_> =
        rects.iter().map(|rect| rect.attribute("class").unwrap_or_default()).collect();
    // Classes of ten from fifty on: 50, 60, 70, 80, 90, 100.
    assert_eq!(classes, ["step-1", "step-5", "step-3", "axis"]);
    let step = (measure(rects[1], "x") - measure(rects[0], "x")) / 4.0;
    assert!(measure(rects[1], "y") > measure(rects[0], "y") && step >= measure(rects[0], "width"));
    assert!((measure(rects[2], "x") - measure(rects[0], "x") - 3.0 * step).abs() < 0.2);
    let words: Vec<String> = boxes(&document).into_iter().map(|(_, words)| words).collect();
    for said in
        ["52,5", "≥\u{a0}98", ">\u{a0}70*", "50%", "100%", "chưa có mục tiêu", "Hoàng", "Trường"]
    {
        assert!(words.iter().any(|word| word == said), "{said} is not in {words:?}");
    }
    assert!(
        words.iter().any(
            |word| word.contains("≥\u{a0}ít\u{a0}nhất") && word.contains("*\u{a0}dự\u{a0}thảo")
        ),
        "{words:?}"
    );
    assert!(drawn.inline.contains("lang-son.html") && !drawn.standalone.contains("lang-son.html"));
    assert_legible(&drawn);
}

#[test]
fn floors_and_ceilings_are_not_coloured_on_one_scale() {
    let drawn = tiles(&tile_chart(vec![
        tile(0, 0, "Lai Châu", Some(("100", Comparator::AtLeast))),
        tile(1, 0, "Lạng Sơn", Some(("50", Comparator::Reach))),
        tile(2, 0, "Huế", Some(("90", Comparator::AtLeast))),
        tile(3, 0, "Cà Mau", Some(("100", Comparator::AtMost))),
    ]));
    let document = Document::parse(&drawn.inline).expect("well-formed");
    let fields = of_class(&document, "tile")
        .into_iter()
        .map(|tile| tile.descendants().find(|node| node.has_tag_name("rect")).expect("a field"));
    let fields: Vec<(&str, bool)> = fields
        .map(|field| {
            (
                field.attribute("class").unwrap_or_default(),
                field.attribute("stroke-dasharray").is_some(),
            )
        })
        .collect();
    assert_eq!(fields, [("step-5", false), ("step-1", false), ("step-5", false), ("axis", false)]);
    let words: Vec<String> = boxes(&document).into_iter().map(|(_, words)| words).collect();
    assert!(
        words.iter().any(|word| word == "≤\u{a0}100")
            && words.iter().any(|word| word == "mức tối đa: không tô màu"),
        "{words:?}"
    );
    assert_legible(&drawn);
}

#[test]
fn long_numbers_keep_their_signs_and_every_step_its_bounds() {
    let value = |column: u16, value: &str, comparator: Comparator| {
        tile(column, 0, "Huế", Some((value, comparator)))
    };
    let mut chart = tile_chart(vec![
        value(0, "1000000000000000", Comparator::AtLeast),
        value(1, "3", Comparator::Above),
        value(2, "400000000000000", Comparator::Reach),
    ]);
    chart.percent = false;
    let drawn = tiles(&chart);
    let document = Document::parse(&drawn.inline).expect("well-formed");
    let words: Vec<String> = boxes(&document).into_iter().map(|(_, words)| words).collect();
    for said in [
        "≥\u{a0}…",
        ">\u{a0}3",
        "…",
        "0 – 200.000.000.000.000",
        "800.000.000.000.000–1.000.000.000.000.000",
    ] {
        assert!(words.iter().any(|word| word == said), "{said} is not in {words:?}");
    }
    assert!(words.iter().any(|word| word.contains("…\u{a0}số\u{a0}dài")), "{words:?}");
    assert_legible(&drawn);
}

#[test]
fn tiles_of_any_names_and_numbers_cut_nothing() {
    let mut chart = tile_chart(vec![
        tile(0, 0, LONG, Some(("1250000", Comparator::AtLeast))),
        tile(1, 0, &LONG.replace(' ', ""), Some(("4000000000000", Comparator::Reach))),
        tile(2, 0, "Huế", Some(("-12.4", Comparator::Below))),
        tile(3, 0, "", None),
    ]);
    chart.percent = false;
    chart.measure = LONG.to_owned();
    chart.islands[0].name = "Quần đảo Hoàng Sa".to_owned();
    assert_legible(&tiles(&chart));
    // One value, and all the same.
    assert_legible(&tiles(&tile_chart(vec![tile(0, 0, "Huế", Some(("48.5", Comparator::Reach)))])));
    // As wide as content may make it.
    assert_legible(&tiles(&tile_chart(vec![
        tile(0, 0, "A", Some(("9", Comparator::Reach))),
        tile(39, 39, "B", None),
    ])));
}

fn drawn_strip(
    goal: &str,
    comparator: Comparator,
    known: Option<(&str, MarkKind)>,
    percent: bool,
) -> String {
    strip(&Strip {
        goal: decimal(goal),
        high: None,
        comparator,
        known: known.map(|(value, kind)| (decimal(value), kind)),
        percent,
    })
}

#[test]
fn a_strip_shows_what_is_known_the_goal_and_the_way_between() {
    let svg = drawn_strip("80", Comparator::AtLeast, Some(("40", MarkKind::Result)), true);
    let document = Document::parse(&svg).expect("well-formed");
    assert_eq!(document.root_element().attribute("aria-hidden"), Some("true"));
    let track = of_class(&document, "track")[0];
    let (zero, whole) = (measure(track, "x"), measure(track, "width"));
    let bar = of_class(&document, "result")[0];
    assert_eq!(measure(bar, "x"), zero);
    assert!((measure(bar, "width") - whole * 0.4).abs() < 0.11);
    let way = coordinates(of_class(&document, "required")[0]);
    assert!(
        (way[0] - zero - whole * 0.4).abs() < 0.11 && (way[2] - zero - whole * 0.8).abs() < 0.11,
        "{way:?}"
    );
    assert_eq!(of_class(&document, "at-least").len(), 1);
    assert!(svg.len() < 1200, "{}", svg.len());
}

#[test]
fn silence_is_no_bar_of_zero() {
    let silent = drawn_strip("80", Comparator::Reach, None, true);
    assert!(
        silent.contains("tint")
            && !silent.contains("class=\"result\"")
            && !silent.contains("required")
    );
}

#[test]
fn every_strip_stays_in_its_view() {
    for goal in ["0", "0.5", "100", "140", "-20", "79228162514264337593543950335"] {
        for comparator in [
            Comparator::Below,
            Comparator::AtMost,
            Comparator::Above,
            Comparator::About,
            Comparator::Maintain,
        ] {
            for known in [None, Some(("3", MarkKind::Baseline)), Some(("-3", MarkKind::Result))] {
                let svg = drawn_strip(goal, comparator, known, goal != "-20");
                let document = Document::parse(&svg).expect("well-formed");
                let view: Vec<f64> = document
                    .root_element()
                    .attribute("viewBox")
                    .expect("a view")
                    .split(' ')
                    .map(|part| part.parse().expect("a number"))
                    .collect();
                let inside = |x: f64| (0.0..=view[2]).contains(&x);
                assert!(
                    of_class(&document, "arrow")
                        .into_iter()
                        .all(|arrow| coordinates(arrow).chunks(2).all(|point| inside(point[0]))),
                    "{goal} {comparator:?}"
                );
                assert!(
                    document
                        .descendants()
                        .filter(|node| node.has_tag_name("rect"))
                        .all(|rect| inside(measure(rect, "x"))
                            && inside(measure(rect, "x") + measure(rect, "width")))
                );
            }
        }
    }
}
