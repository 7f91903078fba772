/**
 * Words that are in every text and tell nothing of what it is about: our own short lists, Chinese and English.
 *
 * Words of feeling, time and place are not among them: in a crisis they are what is looked for. Single letters and
 * characters are left out by `segmenter.ts` already.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `
  一下 一些 一个 一样 一直 一种 一点 不会 不是 不能 不要 不过 与其 为了 为何 之前 之后 之间 也是 了解 什么 什么样 他们 以及 以后 但是 你们
  作为 例如 便是 其中 其他 其它 其实 再也 几个 别的 到底 包括 千万 即使 却是 又是 及其 另外 只是 只有 只能 只要 可以 可是 可能 各种 各位
  各个 同时 后来 吧 吗 呢 哪个 哪些 哪里 啊 啥 因为 因此 多少 多久 大家 太 她们 如何 如果 它们 它的 对于 就是 就要 尽量 已 已经 已是
  希望 并且 应该 开始 怎么 怎么样 怎样 总之 想要 想 想知道 我们 我的 或者 所以 所有 所谓 才能 才是 无 既然 时候 是不是 是否 有些 有人
  有没有 有的 来说 某些 每个 比如 比较 没有 没 照样 特别 现在 甚至 由于 的话 目前 直到 真是 知道 确实 等等 自己 自身 至于 致使 若是 虽然
  觉得 认为 让 请问 谁 谢谢 起来 越来越 跟着 还有 还是 还会 这个 这些 这样 这种 这里 进行 通过 那个 那么 那些 那样 那种 那里 都是 里面
  除了 随着 非常 需要 能不能 能否 能够 会不会 要不要 很多 一定 有关 关于 相关 具体 方面 情况 问题
  about above after again all also am an and any are aren as at be because been before being below between both but by can
  cannot could couldn did didn do does doesn doing don down during each either few for from further get gets getting got had
  hadn has hasn have haven having he her here hers him himself his how however if in into is isn it its itself just know let
  like ll may me might more most much must my myself no nor not now of off on once one only or other ought our ours
  ourselves out over own per please re really same shall she should shouldn so some still such than that the their theirs
  them themselves then there these they this those through to too under until up upon us ve very want was wasn we were
  weren what when where whether which while who whom whose why will with won would wouldn yes yet you your yours yourself
  `
    .split(/\s+/u)
    .filter((word) => word !== ""),
);
