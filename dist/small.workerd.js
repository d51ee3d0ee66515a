/* microlora 0.1.0, MIT OR Apache-2.0 */
import t from"./small.wasm"
var e={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},r=4294967295,s="; the full edition, 'microlora', has more",o=/* @__PURE__ */new Map([["mse",0]]),i={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",learningRate:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},n=/* @__PURE__ */new Map([["sgd",0],["preconditioned",4]]),a=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[a]:super[Symbol.hasInstance](e)}get[a](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function h(t,e,r){throw new LoraError(t,e,r)}var c={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${s}`}
function u(t,r){const s=Object.keys(e),[o]=s.filter(r=>e[r]===t)
h(o,`${r}: ${c[o]??o}`)}var d=t=>t.length>80?`${t.slice(0,79)}…`:t,l=t=>d(JSON.stringify(t))
function p(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const n=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(n,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function m(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=p(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${d(s)}?)`}var f=t=>Object.prototype.toString.call(t).slice(8,-1),_=t=>"string"==typeof t?l(t):d(Object(t)===t?f(t):String(t)),g=(t,e,r,s="LORA_E_TYPE")=>h(s,`${t} must be ${e}, got ${_(r)}`)
function y(t,e,r){const s=w(t,e)
s!==r&&h("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function b(t,e,r,s){const o=w(t,e),i=o/r;(!Number.isInteger(i)||i<1||i>s)&&h("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers ({ batch: ${s} } when it was created), got ${o} numbers`)
return i}function w(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===f(e))||g(t,"a Float32Array",e)
return e.length}function O(t,e){"number"!=typeof e&&g(t,"a number",e)
Number.isFinite(Math.fround(e))||h("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function A(t,e,r,s,o="LORA_E_RANGE"){"number"!=typeof e&&g(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&h(o,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function v(t,e){const r=O(t,e)
r<0&&h("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function E(t,e,r){const o=r.indexOf(e)
o<0&&h("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${_(e)}`+m(e,r)+s)
return o}function R(t,e,r){const s=[...r.keys()]
return r.get(s[E(t,e,s)])}function L(t,e){"boolean"!=typeof e&&g(t,"true or false",e)
return e}function I(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function S(t,e,r){I(e)||g(`${t}: the argument`,"an object of options",e)
const o={...r}
for(const[i,n]of Object.entries(e)){Object.hasOwn(r,i)||h("LORA_E_OPTION",`${t} has no option ${d(i)}${m(i,Object.keys(r))}; it has `+Object.keys(r).join(", ")+s)
void 0!==n&&(o[i]=n)}return o}var j,$=/* @__PURE__ */Symbol.for("microlora 0.1.0"),N=globalThis
function k(t){const e=t?.[$]
"function"==typeof e&&e()
const r=j
j=void 0
return r}var M=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,$,{value:e=>{void 0===e?j=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:k(t)??g("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return k(this)?.h??"Object"}toJSON(){return P(this).l()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=k(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.h} ${r(s.l(),e)}`}}
function F(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:P}=M,x=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),B=class extends M{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[x],configurable:!0})}free(){P(this).u()}[x](){this.free()}},T=[1,2,3,4,5],C=[[1,0,2,0,-1],[0,1,0,-2,1]],z=[[1,2,0,0,4],[0,2,4,0,-2]],D=[1,0,-1,2,.5],W=[2,3,1,4,10],H=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],J=/* @__PURE__ */new Map
function G(t,e){J.set(t,e)
return t}var U,q,Y=4293918720,Q="this is not the microlora.wasm of this release: take the one beside this script",V=(t=16777216)=>A("memory (bytes)",t,131072,Y),K=class{h="Engine"
ia=J
g=new Float32Array(0)
D="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.b.lora_free(t)):void 0
constructor(t){const e=t.exports
5!==e.lora_version?.()&&h("LORA_E_MODULE",Q)
this.E=e.memory
this.b={...e}
this.F=1===this.b.lora_simd()}l(){return{simd:this.F,memoryUsage:this.v()}}v(){return{used:this.b.lora_memory_used(),free:this.b.lora_memory_free(),largestFree:this.b.lora_memory_largest_free()}}o(t,e){return new Float32Array(this.E.buffer,t>>>0,e)}G(t){this.b.lora_grow(t)<0&&h("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.w()}w(){const t=this.b
this.g=this.o(t.lora_transfer(),t.lora_transfer_size())}},Z=P,Engine=class extends M{constructor(t,e){const r=new K(t)
r.G(e)
super(r)
this.simd=r.F
F(this)}get memory(){return Z(this).E}get memoryUsage(){return Z(this).v()}grow(t){Z(this).G(A("grow: bytes",t,1,Y))}},X=t=>function(t){const{b:e,g:r}=t,s=e.lora_create(5,5,C.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(T)
e.lora_forward(s,0,1,1)
const i=t.o(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[C,z].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(W)
r.set(D)
e.lora_adapt(s,0,1,1)
const n=o(H)
e.lora_free(s)
return i&&n}(Z(t)),tt="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",et=t=>"WebAssembly.Module"===f(t)
function rt(t){const e=S("init",void 0===t||I(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0})
void 0!==e.module&&void 0!==e.module_or_path&&h("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:V(e.memory),simd:void 0===e.simd?void 0:L("simd",e.simd)}}function st(){"object"!=typeof WebAssembly&&h("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function ot(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&h("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&h("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||et(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":Q:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
h("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function it(t){if(et(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===f(t))(t))return t
h("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${f(t)}`)}async function nt(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function at(t){const e=et(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function ht(e){if(void 0!==e.simd&&!0!==e.simd)return
const r=t
return et(r)||WebAssembly.validate(r)?r:void 0}var ct=(t,e)=>new Engine(t,V(e.memory))
function ut(t,e){const r=ct(t,e)
X(r)||h("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&h("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function dt(t){st()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(f(e))&&(e=await fetch(e))
if("Response"===f(e)){const{ok:t,url:r,status:s,headers:o}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||h("LORA_E_MODULE",`${r} answered ${s} ${o.get("Content-Type")}, no wasm: put the file there`)}return it(e)}(t.module)
return ut(await nt(e),t)}const r=ht(t)
if(void 0!==r){const e=ct(await nt(r),t)
if(X(e))return e}!0===t.simd&&h("LORA_E_SIMD",tt)
const s=await(async()=>{throw new Error("this entry carries the SIMD build only, which workerd always has")})().catch(t=>h("LORA_E_SIMD",tt,t)),o=ct(await nt(s),t)
X(o)||h("LORA_E_MODULE","WebAssembly computes wrongly here")
return o}catch(r){return ot(r,t,e)}}function lt(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&h("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
return t}function pt(t){void 0===U&&function(t){Reflect.defineProperty(N,$,{value:t,configurable:!0})}(U=t)
return U}async function mt(t){const e=rt(t)
if(void 0===U){q??=dt(e).then(pt).finally(()=>q=void 0)
await q}return lt(U,e)}function ft(t){const e=rt(t)
return void 0!==U?lt(U,e):pt(function(t){st()
let e
try{if(void 0!==t.module){e=it(t.module)
return ut(at(e),t)}const r=ht(t)
if(void 0!==r){const e=ct(at(r),t)
if(X(e))return e}return h("LORA_E_SIMD",tt)}catch(r){return ot(r,t,e)}}(e))}async function _t(t){return dt(rt(t))}var gt=class{h
c
d=0
constructor(t,e){this.h=t
this.c=void 0!==(r=e)?function(t,e,r,s,o){const i=k(r)
if(i instanceof s)return i
void 0===i&&void 0!==function(t){let e
const r=t?.[$]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&h("LORA_E_OPTION",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return g(t,"one of init or createEngine",r,o)}("engine",0,r,K,"LORA_E_OPTION"):P(U??h("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}H(t,...r){this.d=function(t,r,...s){const o=t.b[r](...s)
o===e.LORA_E_MEMORY&&h("LORA_E_MEMORY",`the arena is full: this needs ${t.b.lora_memory_wanted()} bytes in one piece, and ${t.v().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
o<0&&u(o,r)
t.w()
return o}(this.c,t,...r)
this.c.D?.register(this,this.d,this)}a(t,...e){const r=this.c.b[`lora_${t}`](this.d,...e)
return r<-1?u(r,t):r}j(){0===this.d&&u(e.LORA_E_HANDLE,"after free()")}u(){if(0!==this.d){this.c.D?.unregister(this)
this.a("free")
this.d=0}}l(){return{...this.k(),...0===this.d?{freed:!0}:this.p()}}k(){return{}}p(){return{}}},yt=["A","B"],bt=(t,e)=>A(t,e,1,16384,"LORA_E_SHAPE"),wt=class extends gt{constructor(t,e,s,o){super(t,e.engine)
this._=e.engine
this.$=s
this.m=s+o
const{dim:i}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===i?2:0)&&h("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const a=void 0===i?bt("in",e.in):bt("dim",i),c=void 0===i?bt("out",e.out):a,u=A("rank",e.rank,1,64,"LORA_E_SHAPE"),d=O("alpha",e.alpha),l=A("batch",e.batch,1,1024),p=R("optimizer",e.optimizer,n),m=e.optimizer,f=A("seed",e.seed,0,2**32-1),_=L("sharedIO",e.sharedIO),g=void 0!==i
this.H("lora_create",a,c,u,d,void 0===e.learningRate?this.c.b.lora_default_rate(p,a):v("learningRate",e.learningRate),p,f,(g?1:0)+(_?2:0),s,o,l)
this.dim=a
this.in=a
this.out=c
this.rank=u
this.alpha=d
this.batch=l
this.seed=f
this.sharedIO=_
this.residual=g
this.optimizer=m
try{this.q(r,{})}catch(t){this.u()
throw t}}f(t){return t}n(t,e,...r){return this.a(t,this.f(e),...r)}k(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get x(){return this.a("option",0,0)}q(t,r){for(const[s,o,i]of function(t){const{learningRate:e}=S("options",t,{learningRate:void 0})
return void 0===e?[]:[["learningRate",0,v("learningRate",e)]]}(r)){const r=this.c.b.lora_set_option(this.d,t,o,i)
r===e.LORA_E_RANGE&&h("LORA_E_RANGE",`${s} is out of its range, got ${i}; see the types`)
r<0&&u(r,s)}}I(t){const e=this.f(t),[r,s]=yt.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.g.subarray(0,s),t*s)}return o})
return{A:r,B:s}}J(t,e){const r=this.f(t),{A:s,B:o}=S("setWeights",e,{A:void 0,B:void 0})
y("setWeights: A (rank, in)",s,this.rank*this.in)
y("setWeights: B (rank, out)",o,this.rank*this.out)
const{b:i,g:n}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let a=0;a<this.rank;a++){n.set(e.subarray(a*o,(a+1)*o))
const h=t?i.lora_write_row(this.d,r,s,a):i.lora_check(o)
h<0&&u(h,"setWeights")}})}},Ot=["sum","mean"],At={loss:"mse",delta:1,reduction:"sum"},vt=class extends wt{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
r=this.input
s=1
K(){this.j()
if(0===this.input.length){this.inputs=this.y("lora_input",this.in)
this.outputs=this.y("lora_output",this.out)
this.gradients=this.y("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}y(t,e){const r=this.c,s=r.b[t](this.d)
return Object.freeze(Array.from({length:this.batch},(t,o)=>(t=>{return r.o(s+t*(o=e,16*Math.ceil(o/16))*4,e)
var o})(o)))}L(t,e,r){const s=this.f(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){y("forward: x",e,this.in)
void 0!==r&&y("forward: out",r,this.out)
o.g.set(e)
i=1}const n=o.b.lora_forward(this.d,s,1,i)
n<0&&this.i(n,"forward",s)
if(void 0!==e){this.K()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}M(t,e){const r=this.f(t),s=this.c
let o=0
if(void 0!==e){y("adapt: gradient",e,this.out)
s.g.set(e)
o=1}const i=s.b.lora_adapt(this.d,r,1,o)
i<0&&this.i(i,"adapt",r)}N(t,e=this.batch,r){const s=this.f(t),o=this.c,i="number"==typeof e,n=i?A("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):b("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&y("forwardBatch: out",r,n*this.out)
i||o.g.set(e)
const a=o.b.lora_forward(this.d,s,n,i?0:1)
a<0&&this.i(a,"forwardBatch",s)
this.s=n
if(i&&void 0===r)return
const h=this.aa(n)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}aa(t){const e=this.c,r=e.b.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.r.length===s&&this.r.byteOffset===r||(this.r=e.o(r,s))
return this.r}O(t,e){const r=this.f(t),s=this.c
let o=this.s
if(void 0!==e){o=b("adaptBatch: G",e,this.out,this.batch)
s.g.set(e)}const i=s.b.lora_adapt(this.d,r,o,void 0===e?0:1)
i<0&&this.i(i,"adaptBatch",r)}z(t,e,r,s,i){const n=this.f(t),a=this.c
let c=0,u=1,d=0
if(void 0!==i){const t=S("learn",i,At)
c=R("loss",t.loss,o)
d=E("reduction",t.reduction,Ot)
u=function(t,e){const r=O(t,e)
r>0||h("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}("delta",t.delta)
1===d&&2===c&&h("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}y("learn: x",e,s*this.in)
y("learn: target",r,s*this.out)
a.g.set(e)
a.g.set(r,e.length)
const l=a.b.lora_learn(this.d,n,s,c,u,d)
l<-1&&this.i(l,"learn",n)
this.s=s
return l}P(t,e,r,s){const o=b("learnBatch: X",e,this.in,this.batch)
return this.z(t,e,r,o,s)}Q(t,e){const r=this.f(t),{c:s,d:o}=this,i=s.b.lora_adapt_with_reward(o,r,O("reward",e))
i<0&&this.i(i,"adaptWithReward",r)}i(t,r,s){if(t===e.LORA_E_NONFINITE){const t=this.a("delta_norm",s)
t>1e9&&h("LORA_E_NONFINITE",`${r}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate keeps it from growing`)}u(t,r)}},Et=P
function Rt(t){const e=Et(t)
e.K()
return e}var Lt=class extends B{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
F(this)}get input(){return Rt(this).input}get output(){return Rt(this).output}get gradient(){return Rt(this).gradient}get inputs(){return Rt(this).inputs}get outputs(){return Rt(this).outputs}get gradients(){return Rt(this).gradients}get paramCount(){return Et(this).a("param_count")}get learningRate(){return Et(this).x}set learningRate(t){const e=v("learningRate",t)
Et(this).q(r,{learningRate:e})}},It="MicroLoRA",St=P,jt=class extends vt{p(){return{learningRate:this.x,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},$t=class extends Lt{constructor(t){const e=S(It,t,i)
super(new jt(It,e,1,0))}forward(t,e){return St(this).L(0,t,e)}adapt(t){St(this).M(0,t)}forwardBatch(t,e){return St(this).N(0,t,e)}adaptBatch(t){St(this).O(0,t)}learn(t,e,r){return St(this).z(0,t,e,1,r)}learnBatch(t,e,r){return St(this).P(0,t,e,r)}adaptWithReward(t){St(this).Q(0,t)}get deltaNorm(){return St(this).a("delta_norm",0)}get adaptCount(){return St(this).a("adapt_count",0)}get forwardCount(){return St(this).a("forward_count",0)}getWeights(){return St(this).I(0)}setWeights(t){
St(this).J(0,t)}reset(){St(this).a("reset",r)}},MicroLoRA=class extends $t{static h=G("MicroLoRA",this)},Nt=t=>Object.freeze(t.split(" ")),kt=/* @__PURE__ */Nt("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),Mt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */Nt("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */Nt("Join NestedLoopJoin HashJoin MergeJoin"),
aggregation:/* @__PURE__ */Nt("Aggregate GroupBy"),shaping:/* @__PURE__ */Nt("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */Nt("VectorDistance Rerank")}),Ft=/* @__PURE__ */Nt("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Pt="ScopedLoRA",xt=P,Bt={...i,scopes:void 0,categories:void 0,categoryFallback:!0},Tt=class extends vt{constructor(t){
const e=S(Pt,t,Bt),r=void 0===e.scopes?kt:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||g("scopes","an array of names",t)
A("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&h("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?Mt:{})
const o=function(t,e){I(t)&&Object.values(t).every(Array.isArray)||g("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&h("LORA_E_SCOPE",`categories: there is no scope ${l(t)}${m(t,[...e.keys()])}`)
r.has(s)&&h("LORA_E_OPTION",`categories: ${d(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),i=L("categoryFallback",e.categoryFallback)
super(Pt,e,r.length,o.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.ha=s
this.categoryFallback=i
o.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.Z(i)}k(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.k(),scopes:t,categories:e,categoryFallback:r}}p(){return{learningRate:this.x,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}Z(t){this.a("set_category_fallback",Number(L("categoryFallback",t)))
this.categoryFallback=t}f(t){return"string"==typeof t?this.ha.get(t)??h("LORA_E_SCOPE",`there is no scope ${d(t)}${m(t,this.scopes)}`):A("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},Ct=class extends Lt{constructor(t){super(new Tt(t))}get scopes(){return xt(this).scopes}get categories(){return xt(this).categories}scopeName(t){const e=xt(this)
e.j()
return e.scopes[e.f(t)]}forward(t,e,r){return xt(this).L(t,e,r)}adapt(t,e){xt(this).M(t,e)}forwardBatch(t,e,r){return xt(this).N(t,e,r)}adaptBatch(t,e){xt(this).O(t,e)}learn(t,e,r,s){return xt(this).z(t,e,r,1,s)}learnBatch(t,e,r,s){return xt(this).P(t,e,r,s)}adaptWithReward(t,e){xt(this).Q(t,e)}deltaNorm(t){return xt(this).n("delta_norm",t)}adaptCount(t){return xt(this).n("adapt_count",t)}forwardCount(t){return xt(this).n("forward_count",t)}get totalAdaptCount(){
return xt(this).a("total_adapt_count")}get totalForwardCount(){return xt(this).a("total_forward_count")}get categoryFallback(){return xt(this).categoryFallback}set categoryFallback(t){xt(this).Z(t)}getWeights(t){return xt(this).I(t)}setWeights(t,e){xt(this).J(t,e)}reset(t){const e=xt(this)
e.a("reset",void 0===t?r:e.f(t))}},ScopedLoRA=class extends Ct{static h=G("ScopedLoRA",this)},zt="TrajectoryBuffer",Dt=P,Wt=2**32-1,Ht={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function Jt(t,e){const r=O(t,e)
r<=0&&h("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var Gt=/* @__PURE__ */new Map([["operator",0],["attention",1]]),Ut=class extends gt{constructor(t){const e=S(zt,t,Ht)
super(zt,e.engine)
this.capacity=A("capacity",e.capacity,1,Wt)
this.dim=A("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=A("operators",e.operators,1,256)
this.H("lora_trajectory_create",this.capacity,this.dim,this.operators)}k(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}p(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends B{static h=G(zt,this)
constructor(t){const e=new Ut(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
F(this)}record(t,e,r,s,o){const i=Dt(this)
y("embedding",t,i.dim)
A("operator",e,0,i.operators-1)
A("attention",r,0,255)
Jt("executionMs",s)
Jt("baselineMs",o)
const{b:n,g:a}=i.c
a.set(t)
const h=n.lora_trajectory_record(i.d,e,r,s,o)
h<0&&u(h,"record")}get length(){return Dt(this).a("trajectory_length")}get totalCount(){return Dt(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Dt(this).a("trajectory_success_rate")}get bestImprovement(){return Dt(this).a("trajectory_best_improvement")}get meanImprovement(){return Dt(this).a("trajectory_mean_improvement")}get variance(){return Dt(this).a("trajectory_variance")}get bestAttention(){return Dt(this).a("trajectory_best_attention")}
highQualityCount(t){return Dt(this).a("trajectory_high_quality_count",O("threshold",t))}countByOperator(t){const e=Dt(this)
A("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Dt(this)
A("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.g.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&g("filter: keep","a function",t)
return[...this].filter(t)}top(t){A("top: count",t,0,Wt)
const e=Array.from({length:this.length},(t,e)=>({improvement:Dt(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=R("statistics: by",t,Gt),r=(t,r)=>Dt(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){A("sample: count",t,0,Wt)
const r=S("sample",e,{by:"uniform",seed:1}),s=1===E("sample: by",r.by,["uniform","improvement"]),o=A("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&h("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Dt(this).a("trajectory_draw",Number(s),o,e)))}reset(){Dt(this).a("trajectory_reset")}}
function qt(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||h("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const o=Float32Array.from(s)
y(t,o,r)
return o}var Yt=class{constructor(t,e){this.h=t
this.e=e}l(){return P(this.e).l()}u(){this.e.free()}},Qt=class extends Yt{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,qt("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},Vt=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),Kt=P,WasmMicroLoRA=class extends B{constructor(t,e,r){const s=new MicroLoRA(Vt(t,e,r))
super(new Qt("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return Kt(this).inputAddress}get_output_ptr(){return Kt(this).outputAddress}forward(){Kt(this).forward(0)}forward_array(t){return Kt(this).forwardArray(0,t)}adapt(){Kt(this).prepare(0)
Kt(this).e.adapt()}adapt_array(t){const e=qt("adapt_array: gradient",t,Kt(this).e.dim)
Kt(this).prepare(0)
Kt(this).e.adapt(e)}adapt_with_reward(t){Kt(this).prepare(0)
Kt(this).e.adaptWithReward(t)}delta_norm(){return Kt(this).e.deltaNorm}adapt_count(){return BigInt(Kt(this).e.adaptCount)}forward_count(){return BigInt(Kt(this).e.forwardCount-Kt(this).hidden(0))}param_count(){return Kt(this).e.paramCount}dim(){return Kt(this).e.dim}reset(){Kt(this).e.reset()
Kt(this).reset()}},Zt=P,WasmScopedLoRA=class extends B{constructor(t,e,r){const s=new ScopedLoRA(Vt(t,e,r))
super(new Qt("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?kt[t]:void 0)??h("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return Zt(this).inputAddress}get_output_ptr(){return Zt(this).outputAddress}forward(t){Zt(this).forward(t)}forward_array(t,e){return Zt(this).forwardArray(t,e)}adapt(t){Zt(this).prepare(t)
Zt(this).e.adapt(t)}adapt_array(t,e){const r=qt("adapt_array: gradient",e,Zt(this).e.dim)
Zt(this).prepare(t)
Zt(this).e.adapt(t,r)}adapt_with_reward(t,e){Zt(this).prepare(t)
Zt(this).e.adaptWithReward(t,e)}delta_norm(t){return Zt(this).e.deltaNorm(t)}adapt_count(t){return BigInt(Zt(this).e.adaptCount(t))}forward_count(t){return BigInt(Zt(this).e.forwardCount(t)-Zt(this).hidden(t))}total_adapt_count(){return BigInt(Zt(this).e.totalAdaptCount)}total_forward_count(){return BigInt(Zt(this).e.totalForwardCount-Zt(this).hiddenInAll)}set_category_fallback(t){Zt(this).e.categoryFallback=t
Zt(this).forget()}reset_scope(t){Zt(this).e.reset(t)
Zt(this).reset(t)}reset_all(){Zt(this).e.reset()
Zt(this).reset()}},Xt=t=>P(t).e,WasmTrajectoryBuffer=class extends B{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Yt("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=qt("record: embedding",t,Xt(this).dim)
Xt(this).record(i,e,r,s,o)}success_rate(){return Xt(this).successRate}best_improvement(){return Xt(this).bestImprovement}mean_improvement(){return Xt(this).meanImprovement}variance(){return Xt(this).variance}best_attention(){return Xt(this).bestAttention}high_quality_count(t){return Xt(this).highQualityCount(t)}count_by_operator(t){return Xt(this).countByOperator(t)}len(){return Xt(this).length}total_count(){return BigInt(Xt(this).totalCount)}is_empty(){return Xt(this).isEmpty}reset(){
Xt(this).reset()}}
export{Mt as DEFAULT_CATEGORIES,kt as DEFAULT_SCOPES,LoraError,MicroLoRA,Ft as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,_t as createEngine,mt as default,ft as initSync}

