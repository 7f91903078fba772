import {
  anyNumber,
  code,
  flag,
  html,
  limit,
  list,
  object,
  regex,
  text,
  whole,
  word,
  type MemberCheck,
} from "./members.ts";

const mostChoices = 500;
const mostPoints = 100;
const mostDynamic = 50;
const mostUnits = 10_000;
/** A long text may have as many code units as a body of answers surely has room for. */
const mostLongUnits = 32_768;
const mostEndings = 10;

/** Checked with everything else in view: names by `names.ts`, expressions by `expressions.ts`. */
const later: MemberCheck = ({ value, path, note }) => {
  if (typeof value !== "string") note(path, "not-a-text");
};

/** Structure, gone into by `walk.ts`. */
const walked: MemberCheck = () => undefined;

const choice: MemberCheck = (place) => {
  if (typeof place.value === "object" && place.value !== null) object({ value: code, text, visibleIf: later })(place);
  else code(place);
};
const choices = list(choice, mostChoices);

const validator = object({
  type: word("regex", "numeric", "text", "answercount", "expression", "email"),
  text,
  regex,
  caseInsensitive: flag,
  minValue: anyNumber,
  maxValue: anyNumber,
  minLength: whole(0, mostUnits),
  maxLength: whole(0, mostUnits),
  minCount: whole(0, mostChoices),
  maxCount: whole(0, mostChoices),
  expression: later,
});

/** Members that every element may have. */
const common = {
  type: later,
  name: later,
  title: text,
  description: text,
  visibleIf: later,
  requiredIf: later,
  enableIf: later,
  isRequired: flag,
  requiredErrorText: text,
  validators: list(validator, 20),
  startWithNewLine: flag,
  titleLocation: word("default", "top", "bottom", "left", "hidden"),
  showNumber: flag,
  hideNumber: flag,
} satisfies Record<string, MemberCheck>;

const specials = {
  showOtherItem: flag,
  showNoneItem: flag,
  showRefuseItem: flag,
  showDontKnowItem: flag,
  otherText: text,
  noneText: text,
  refuseText: text,
  dontKnowText: text,
  otherPlaceholder: text,
} satisfies Record<string, MemberCheck>;

const oneChoice = {
  ...common,
  ...specials,
  choices,
  choicesOrder: word("none", "asc", "desc", "random"),
  colCount: whole(0, 6),
  placeholder: text,
  searchEnabled: flag,
  buttonType: word("default", "dropdown", "buttons"),
};
const severalChoices = {
  ...oneChoice,
  minSelectedChoices: whole(0, mostChoices),
  maxSelectedChoices: whole(0, mostChoices),
  showSelectAllItem: word(),
};

const short = {
  inputType: word("text", "number", "date", "month", "time", "email", "tel", "url"),
  min: limit,
  max: limit,
  step: anyNumber,
  maxLength: whole(0, mostUnits),
  placeholder: text,
  size: whole(1, 200),
} satisfies Record<string, MemberCheck>;

const rating = {
  rateMin: whole(-1_000, 1_000),
  rateMax: whole(-1_000, 1_000),
  rateStep: whole(1, 1_000),
  rateValues: list(choice, mostPoints),
  rateCount: word(),
  minRateDescription: text,
  maxRateDescription: text,
  displayMode: word("auto", "buttons", "dropdown"),
} satisfies Record<string, MemberCheck>;

const labels = { labelTrue: text, labelFalse: text, valueTrue: code, valueFalse: code };

const cellTypes = word("dropdown", "radiogroup", "checkbox", "text", "comment", "boolean", "rating");
const column = object({
  ...specials,
  ...short,
  ...rating,
  ...labels,
  name: later,
  title: text,
  cellType: cellTypes,
  choices,
  isRequired: flag,
  validators: list(validator, 20),
  visibleIf: later,
  requiredIf: later,
  minSelectedChoices: whole(0, mostChoices),
  maxSelectedChoices: whole(0, mostChoices),
});
const table = { ...common, columns: list(column, 30), choices, cellType: cellTypes };

/** The members each type of element may have; a type that is not here is not fielded. */
export const elementMembers: Readonly<Record<string, Readonly<Record<string, MemberCheck>>>> = {
  radiogroup: oneChoice,
  dropdown: oneChoice,
  buttongroup: oneChoice,
  checkbox: severalChoices,
  tagbox: severalChoices,
  ranking: { ...common, choices },
  text: { ...common, ...short },
  comment: { ...common, maxLength: whole(0, mostLongUnits), rows: whole(1, 30), placeholder: text, autoGrow: flag },
  rating: { ...common, ...rating },
  boolean: { ...common, ...labels, renderAs: word("radio", "checkbox") },
  matrix: {
    ...common,
    rows: choices,
    columns: list(choice, 30),
    eachRowRequired: flag,
    isAllRowRequired: flag,
    alternateRows: flag,
    displayMode: word("auto", "table", "list"),
  },
  multipletext: {
    ...common,
    colCount: whole(1, 4),
    items: list(object({ ...short, name: later, title: text, isRequired: flag, validators: list(validator, 20) }), 50),
  },
  matrixdropdown: { ...table, rows: choices },
  matrixdynamic: {
    ...table,
    rowCount: whole(0, mostDynamic),
    minRowCount: whole(0, mostDynamic),
    maxRowCount: whole(0, mostDynamic),
    addRowText: text,
    removeRowText: text,
  },
  paneldynamic: {
    ...common,
    templateElements: walked,
    panelCount: whole(0, mostDynamic),
    minPanelCount: whole(0, mostDynamic),
    maxPanelCount: whole(0, mostDynamic),
    addPanelText: text,
    removePanelText: text,
    templateTitle: text,
  },
  expression: {
    ...common,
    expression: later,
    displayStyle: word("none", "decimal", "percent"),
    maximumFractionDigits: whole(0, 10),
  },
  html: { ...common, html },
  panel: { ...common, elements: walked, state: word("default", "expanded") },
};

/** Members of a page, and of the questionnaire itself. */
export const pageMembers: Readonly<Record<string, MemberCheck>> = {
  name: later,
  title: text,
  description: text,
  visibleIf: later,
  elements: walked,
};
export const surveyMembers: Readonly<Record<string, MemberCheck>> = {
  title: text,
  description: text,
  locale: word("", "default", "zh-cn", "en"),
  pages: walked,
  elements: walked,
  calculatedValues: walked,
  instruments: walked,
  completedHtml: html,
  completedHtmlOnCondition: list(object({ expression: later, html }), mostEndings),
  completeText: text,
  pageNextText: text,
  pagePrevText: text,
  showProgressBar: flag,
  progressBarType: word("pages", "questions", "requiredQuestions"),
  progressBarLocation: word("auto", "aboveheader", "belowheader", "bottom", "topbottom"),
  showQuestionNumbers: ({ value, path, note }) => {
    if (typeof value !== "boolean" && !["on", "off", "onPage"].includes(String(value))) note(path, "not-acceptable");
  },
  checkErrorsMode: word("onNextPage", "onValueChanged", "onComplete"),
  questionErrorLocation: word("top", "bottom"),
  widthMode: word("auto", "static", "responsive"),
};
