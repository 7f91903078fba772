import type { Translated } from "../../../../../surveys/language.ts";

/** What is said of the outline that maps are drawn with. */
export const outlineTexts = {
  heading: { "zh-CN": "地图轮廓", en: "Outline of maps" },
  none: { "zh-CN": "未设置，地图用方块", en: "none, maps are tiles" },
  approvalNumber: { "zh-CN": "审图号：{number}", en: "map approval number {number}" },
  about: {
    "zh-CN": "没有审图号的轮廓不得公开。上传经审批的轮廓后，地图按轮廓绘制，审图号印在每张地图上；没有轮廓时用方块。",
    en: "An outline may be shown in public only with the number under which an authority has approved it. With one, maps are drawn by it and the number is printed on each; without one they are tiles.",
  },
  kept: { "zh-CN": "现用轮廓", en: "The outline in use" },
  replace: { "zh-CN": "更换轮廓", en: "Replace the outline" },
  add: { "zh-CN": "上传轮廓", en: "Upload an outline" },
  approval: { "zh-CN": "审图号", en: "Map approval number" },
  approvalRule: { "zh-CN": "按批准文件填写，如 浙S(2026)1号", en: "As in the approval, such as 浙S(2026)1号" },
  file: { "zh-CN": "轮廓文件（GeoJSON）", en: "Outline as a GeoJSON file" },
  fileRule: {
    "zh-CN": "每个区域的 properties.code 是行政区划代码，与题目的代码相同；最大 4 MB",
    en: "Each feature has its region’s code, as the question has it, in properties.code; at most 4 MB",
  },
  fileMissing: { "zh-CN": "请选择文件", en: "Choose a file" },
  notJson: { "zh-CN": "这个文件不是 JSON", en: "This file is no JSON" },
  preview: { "zh-CN": "预览", en: "Preview" },
  previewHeading: { "zh-CN": "预览（尚未使用）", en: "Preview, not in use yet" },
  use: { "zh-CN": "用于地图", en: "Use it on maps" },
  useNote: {
    "zh-CN": "公开的地图随即改用这个轮廓；已固定的版本不变。",
    en: "Maps that are public change to it at once; frozen states stay as they are.",
  },
  used: { "zh-CN": "已用于地图", en: "In use on maps" },
  removed: { "zh-CN": "已移除，地图改回方块", en: "Removed; maps are tiles again" },
  remove: { "zh-CN": "移除轮廓", en: "Remove the outline" },
  removeQuestion: { "zh-CN": "移除这个轮廓？", en: "Remove this outline?" },
  removeConsequence: {
    "zh-CN": "地图改回方块。已固定的版本不变。",
    en: "Maps are tiles again. Frozen states stay as they are.",
  },
  map: { "zh-CN": "轮廓图", en: "Map of the outline" },
  whole: {
    "zh-CN": "“{question}”：全部 {all} 个地区都在轮廓里，按它绘制",
    en: "“{question}”: all {all} regions are in it; drawn by it",
  },
  partly: {
    "zh-CN": "“{question}”：{all} 个地区里缺 {missing} 个（{names}），仍用方块",
    en: "“{question}”: {missing} of {all} regions are not in it ({names}); still tiles",
  },
  more: { "zh-CN": "等", en: "and more" },
} as const satisfies Record<string, Translated>;
