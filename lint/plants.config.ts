import house from '../oxlint.config.ts'

// The rules of the house over the plants, which the house itself leaves out.
export default { ...house, jsPlugins: ['./house-rules.ts'], ignorePatterns: [] }
