import fc from 'fast-check'

/**
 * Every run tries the same inputs, so that a change is judged by what it changed. HUISHU_SEED=n
 * tries others.
 */
fc.configureGlobal({ seed: Number(process.env['HUISHU_SEED'] ?? 20_260_901) })
